"""Your weights of a query do not add up to 1. What is divided after the softmax is no longer a
share of the whole: where in the formula does the root stand?"""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    scores = query @ key.swapaxes(-1, -2)
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = powers / powers.sum(axis=-1, keepdims=True) / np.sqrt(query.shape[-1])
    return weights @ value, weights
