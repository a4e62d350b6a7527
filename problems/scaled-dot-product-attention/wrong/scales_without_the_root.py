"""Your scores are scaled down too far, so that all weights come out nearly equal. A sum of products
of independent numbers does not grow as fast as their count."""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    scores = query @ key.swapaxes(-1, -2) / query.shape[-1]
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ value, weights
