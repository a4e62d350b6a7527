"""Your weights are right for ordinary scores. A large negative number is still a number, and where
the allowed scores lie below it, it wins."""

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    visible = np.where(mask, scores, -1e9)
    powers = np.exp(visible - visible.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
