"""Your loss is infinite, or no number, where a difference is huge: its square is computed there as
well, although nothing needs it."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    inner = np.minimum(size, delta)
    losses = (size**2 - (size - inner) ** 2) / 2
    return float(np.mean(losses))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
