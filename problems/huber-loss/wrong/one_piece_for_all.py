"""Your loss takes the straight line for all elements as soon as one of them is far off. Each
element is on a piece of its own."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    size = np.abs(pred - target)
    if size.max() <= delta:
        return float(np.mean(size * size / 2))
    return float(np.mean(delta * (size - delta / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    return np.clip(pred - target, -delta, delta) / pred.size
