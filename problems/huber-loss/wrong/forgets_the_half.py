"""Your loss is twice too large for small differences and so jumps at the threshold. Only one factor
makes the two pieces meet there."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    losses = np.where(size <= delta, size * size, delta * (size - delta / 2))
    return float(np.mean(losses))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
