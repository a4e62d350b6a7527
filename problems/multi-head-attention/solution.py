"""Multi-head self-attention, causal or not."""

import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_out, n_heads, causal=False):
    """Return the layer's output, of the shape of x, (B, T, D); vectors are rows."""
    query, key, value = (_split(x @ weight, n_heads) for weight in (w_query, w_key, w_value))
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])
    if causal:
        # One triangle of shape (T, T) serves every text and every head.
        scores = np.where(np.tri(x.shape[1], dtype=bool), scores, -np.inf)
    heads = _softmax(scores) @ value
    return heads.swapaxes(1, 2).reshape(x.shape) @ w_out


def _split(x, n_heads):
    """Return vectors of shape (B, T, D) as heads of shape (B, n_heads, T, D / n_heads)."""
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, n_heads, width // n_heads).swapaxes(1, 2)


def _softmax(scores):
    """Return the softmax along the last axis, shifted by each row's maximum."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
