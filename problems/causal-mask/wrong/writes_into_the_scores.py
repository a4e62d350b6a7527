"""Your weights are right, but the scores that were passed in now hold minus infinities. Assigning
to `scores[...]` writes into the caller's array."""

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    scores[..., ~mask] = -np.inf
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
