"""Your results are right, but the caller's `pred` is not what it was. `-=` writes into the array
that was passed in."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    pred -= target
    size = np.abs(pred)
    squared = np.minimum(size, delta)
    return float(np.mean(squared * (size - squared / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
