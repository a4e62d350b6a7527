"""Your filter keeps more than k tokens when some are as good as the k-th. A threshold cannot tell
equal logits apart; their ids can."""

import numpy as np


def top_k_probabilities(logits, k):
    threshold = np.sort(logits)[-min(k, logits.size)]
    kept = np.flatnonzero(logits >= threshold)
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits.max())
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    ends = np.cumsum(probabilities)
    token = np.searchsorted(ends, u, side="right")
    return int(min(token, np.flatnonzero(probabilities)[-1]))
