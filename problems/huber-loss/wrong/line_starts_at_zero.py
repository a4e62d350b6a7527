"""Your straight piece is a little too high: it points at 0, and so jumps where the square ends.
What has to be taken off for the two to meet?"""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    losses = np.where(size <= delta, size * size / 2, delta * size)
    return float(np.mean(losses))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
