"""Your loss is a straight line for small differences and a square for large ones. Which of them
should an outlier get?"""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    losses = np.where(size <= delta, delta * (size - delta / 2), size * size / 2)
    return float(np.mean(losses))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
