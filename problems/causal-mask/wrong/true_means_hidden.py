"""Your two functions agree with each other, but not with the statement. Libraries differ in what
True means in a mask; which of the two meanings does this problem ask for?"""

import numpy as np


def causal_mask(length):
    return np.triu(np.ones((length, length), dtype=bool), k=1)


def masked_softmax(scores, mask):
    visible = np.where(mask, -np.inf, scores)
    powers = np.exp(visible - visible.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
