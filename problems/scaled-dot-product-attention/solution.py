"""Scaled dot-product attention over the last two axes."""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    """Return (output, weights), of shapes (..., Tq, d_v) and (..., Tq, Tk)."""
    # swapaxes, not .T: only the last two axes are the matrix, the others count problems.
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])
    weights = _softmax(scores)
    return weights @ value, weights


def _softmax(scores):
    """Return the softmax along the last axis."""
    # Subtracting a row's maximum cancels in the fraction and keeps exp from overflowing.
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
