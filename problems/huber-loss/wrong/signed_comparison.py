"""Your loss squares predictions that are far too low. A difference of -8 is below the threshold as
a number, but it is not small."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    losses = np.where(pred - target <= delta, size * size / 2, delta * (size - delta / 2))
    return float(np.mean(losses))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
