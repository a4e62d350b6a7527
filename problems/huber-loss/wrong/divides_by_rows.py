"""Your results are right in one dimension only. `len` of a table counts its rows, but the mean is
over every element."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return float(np.sum(squared * (size - squared / 2)) / len(pred))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / len(pred)
