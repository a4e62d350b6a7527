"""Your results are right, but the caller's arrays are not what they were. `-=` writes into the
array that was passed in."""

import numpy as np


def _costs(anchor, positive, negative, margin):
    anchor -= positive
    negative = negative - positive
    close = np.sum(anchor ** 2, axis=1, keepdims=True)
    far = np.sum((anchor - negative) ** 2, axis=1, keepdims=True)
    return np.maximum(0, close - far + margin)


def triplet_loss(anchor, positive, negative, margin=0.2):
    return float(np.mean(_costs(anchor, positive, negative, margin)))


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    active = _costs(anchor, positive, negative, margin) > 0
    scale = 2 * active / len(anchor)
    return scale * (negative - positive), scale * (positive - anchor), scale * (anchor - negative)
