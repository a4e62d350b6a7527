"""Your loss is right, but your gradient points the other way. Raising a prediction that is too
large raises the loss."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)
    return float(np.mean(squared * (size - squared / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(target - pred, -delta, delta) / pred.size
