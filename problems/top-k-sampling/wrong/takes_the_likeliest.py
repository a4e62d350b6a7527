"""Your drawing always takes the most probable token and never looks at u. That is greedy decoding,
and every text would be the same."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    return int(np.argmax(probabilities))
