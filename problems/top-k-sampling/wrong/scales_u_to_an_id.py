"""Your drawing gives every token the same chance: u is stretched over the ids. The width of a
token's piece has to be its probability."""

import numpy as np


def top_k_probabilities(logits, k):
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    return int(u * len(probabilities))
