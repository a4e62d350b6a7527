"""Your weights are right until a hidden score is far above the allowed ones. By the time you take
it out, their exponentials have been pushed down to 0 by it."""

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True)) * mask
    return powers / powers.sum(axis=-1, keepdims=True)
