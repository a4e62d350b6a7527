"""Your tokens that are not kept have the logit 0 instead of the probability 0. The exponential of 0
is 1, so they still take part."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    visible = np.zeros(logits.shape)
    visible[kept] = logits[kept]
    powers = np.exp(visible - visible.max())
    probabilities = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
