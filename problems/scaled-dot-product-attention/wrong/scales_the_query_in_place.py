"""Your result is right, but the query is smaller after the call than before. `/=` writes into the
array that the caller passed in."""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    query /= np.sqrt(query.shape[-1])
    scores = query @ key.swapaxes(-1, -2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ value, weights
