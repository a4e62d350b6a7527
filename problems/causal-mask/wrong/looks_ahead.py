"""Your mask is the wrong triangle: each token sees itself and what comes after it. The row is the
token that looks; which columns are in its past?"""

import numpy as np


def causal_mask(length):
    return np.triu(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    visible = np.where(mask, scores, -np.inf)
    powers = np.exp(visible - visible.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
