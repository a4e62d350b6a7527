"""Your loss averages along one axis only. A table keeps one mean for each column then, and the loss
is a single number."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return np.mean(squared * (size - squared / 2), axis=0)


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
