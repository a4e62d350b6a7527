"""Your probabilities are right until the logits grow large. The exponential of a large number is
more than a float can hold; the softmax may be shifted."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
