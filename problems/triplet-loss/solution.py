"""Triplet loss of embeddings with squared distances, and its three gradients."""

import numpy as np


def _costs(anchor, positive, negative, margin):
    """Return what each triplet costs, shape (N, 1)."""
    close = np.sum((anchor - positive) ** 2, axis=1, keepdims=True)
    far = np.sum((anchor - negative) ** 2, axis=1, keepdims=True)
    return np.maximum(0, close - far + margin)


def triplet_loss(anchor, positive, negative, margin=0.2):
    """Return the mean over the triplets of their costs as a float."""
    return float(np.mean(_costs(anchor, positive, negative, margin)))


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    """Return the gradients with respect to anchor, positive and negative."""
    active = _costs(anchor, positive, negative, margin) > 0  # the others have no slope
    scale = 2 * active / len(anchor)
    # In the anchor's gradient, 2 (a - p) - 2 (a - n), the anchor cancels.
    return scale * (negative - positive), scale * (positive - anchor), scale * (anchor - negative)
