"""Your loss is right for a threshold of 1 only, and so is your gradient. There is a relative,
smooth L1, that is divided by the threshold; this one is not."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return float(np.mean(squared * (size - squared / 2))) / delta


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size / delta
