"""Your loss rewards negatives for running away for ever. What should a triplet cost whose negative
is far enough?"""

import numpy as np


def _costs(anchor, positive, negative, margin):
    close = np.sum((anchor - positive) ** 2, axis=1, keepdims=True)
    far = np.sum((anchor - negative) ** 2, axis=1, keepdims=True)
    return close - far + margin


def triplet_loss(anchor, positive, negative, margin=0.2):
    return float(np.mean(_costs(anchor, positive, negative, margin)))


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    active = _costs(anchor, positive, negative, margin) > 0
    scale = 2 * active / len(anchor)
    return scale * (negative - positive), scale * (positive - anchor), scale * (anchor - negative)
