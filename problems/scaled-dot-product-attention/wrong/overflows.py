"""Your weights are right for small scores only. The exponential of a large score is too large for a
float; a softmax can be written so that no exponent is above 0."""

import numpy as np


def scaled_dot_product_attention(query, key, value):
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])
    powers = np.exp(scores)
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return weights @ value, weights
