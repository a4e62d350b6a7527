"""Your loss is right, but your gradient keeps growing with the difference. How steep is the
straight piece?"""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return float(np.mean(squared * (size - squared / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    return (pred - target) / pred.size
