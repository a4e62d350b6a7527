"""Your drawing can return an id that no token has, or one with no probability, when rounding leaves
the sum below 1. Something has to be drawn there as well."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(token)
