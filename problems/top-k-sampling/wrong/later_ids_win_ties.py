"""Your filter keeps the right number of tokens, but of equal logits the ones with the higher ids.
Turning a sorted list around turns equal entries around as well."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(logits, kind="stable")[::-1][:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
