"""The causal mask, and a softmax that leaves hidden scores out."""

import numpy as np


def causal_mask(length):
    """Return a lower triangle of True, the diagonal included, shape (length, length)."""
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    """Return the softmax along the last axis over the entries whose mask is True."""
    # exp(-inf) is exactly 0, whereas a large negative number may be above the allowed scores.
    visible = np.where(mask, scores, -np.inf)
    powers = np.exp(visible - visible.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
