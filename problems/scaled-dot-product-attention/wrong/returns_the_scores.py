"""Your output is right, but what you return beside it are not the weights. They are what the values
were multiplied by: positive, and 1 in total for each query."""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ value, scores
