"""The forward pass of one GPT-2 block."""

import numpy as np


def transformer_block(x, weights, n_heads):
    """Return the block's output, of the shape of x, (B, T, D)."""
    # Each half reads normalised vectors, but adds to the raw ones: the shortcut stays clear.
    h = x + _attention(_norm(x, weights, "norm1"), weights, n_heads)
    return h + _network(_norm(h, weights, "norm2"), weights)


def _attention(x, weights, n_heads):
    """Return causal multi-head self-attention, shape (B, T, D)."""
    texts, tokens, width = x.shape

    def heads(name):
        pieces = (x @ weights[name]).reshape(texts, tokens, n_heads, width // n_heads)
        return pieces.swapaxes(1, 2)

    query, key, value = heads("w_query"), heads("w_key"), heads("w_value")
    # mutant: // -> / -- n_heads divides width
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(width // n_heads)
    # Hidden before the softmax, so that a later token has no share in any sum.
    scores = np.where(np.tri(tokens, dtype=bool), scores, -np.inf)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    taken = powers / powers.sum(axis=-1, keepdims=True) @ value
    return taken.swapaxes(1, 2).reshape(x.shape) @ weights["w_out"]


def _network(x, weights):
    """Return each vector widened, passed through GELU and narrowed again."""
    wide = gelu(x @ weights["w_up"] + weights["b_up"])
    return wide @ weights["w_down"] + weights["b_down"]


def _norm(x, weights, name):
    """Return x with every vector normalised, times the gain, plus the bias of that name."""
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return weights[f"{name}_gain"] * centred / np.sqrt(variance + 1e-5) + weights[f"{name}_bias"]


def gelu(z):
    """Return GELU of every entry, in the tanh form that GPT-2 uses."""
    return z / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))
