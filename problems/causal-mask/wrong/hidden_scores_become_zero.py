"""Your hidden scores are set to 0, and a score of 0 is an ordinary score: its exponential is 1.
What score would have no exponential at all?"""

import numpy as np


def causal_mask(length):
    return np.tril(np.ones((length, length), dtype=bool))


def masked_softmax(scores, mask):
    visible = scores * mask
    powers = np.exp(visible - visible.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
