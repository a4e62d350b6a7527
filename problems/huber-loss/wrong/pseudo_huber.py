"""Your loss is a smooth relative of this one, the pseudo-Huber loss. It comes close everywhere and
is the same nowhere; use the two pieces."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    return float(np.mean(delta**2 * (np.sqrt(1 + (size / delta) ** 2) - 1)))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
