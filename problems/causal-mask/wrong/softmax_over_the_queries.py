"""Your weights add up to 1 down the columns. A row belongs to a token that looks, and it is the
row's allowed weights that have to add up to 1."""

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    visible = np.where(mask, scores, -np.inf)
    powers = np.exp(visible - visible.max(axis=-2, keepdims=True))
    return powers / powers.sum(axis=-2, keepdims=True)
