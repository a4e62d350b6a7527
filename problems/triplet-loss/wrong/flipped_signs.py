"""Your loss is right, but your gradients point the other way. Training goes against them: the
positive should come closer then."""

import numpy as np


def _costs(anchor, positive, negative, margin):
    close = np.sum((anchor - positive) ** 2, axis=1, keepdims=True)
    far = np.sum((anchor - negative) ** 2, axis=1, keepdims=True)
    return np.maximum(0, close - far + margin)


def triplet_loss(anchor, positive, negative, margin=0.2):
    return float(np.mean(_costs(anchor, positive, negative, margin)))


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    active = _costs(anchor, positive, negative, margin) > 0
    scale = 2 * active / len(anchor)
    return scale * (positive - negative), scale * (anchor - positive), scale * (negative - anchor)
