"""Your filter keeps the k tokens at the other end. In which direction does argsort go?"""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept].max())
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
