"""Your gradient is right for a threshold of 1 only. How steep is the straight piece, and how steep
the square where it ends?"""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return float(np.mean(squared * (size - squared / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    d = pred - target
    return np.where(np.abs(d) <= delta, d, np.sign(d)) / pred.size
