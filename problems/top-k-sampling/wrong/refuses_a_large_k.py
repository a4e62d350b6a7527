"""Your filter fails when k is larger than the vocabulary. Keeping the 40 best of 3 tokens is no
contradiction."""

import numpy as np


def top_k_probabilities(logits, k):
    if k > logits.size:
        raise ValueError('k is larger than the vocabulary')
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
