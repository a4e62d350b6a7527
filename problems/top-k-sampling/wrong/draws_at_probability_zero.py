"""Your drawing picks a token with no probability when u lies exactly on a border. Which of its two
ends belongs to a piece?"""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="left")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
