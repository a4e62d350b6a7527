"""Top-k sampling: keep the k best tokens, and draw one."""

import numpy as np


def top_k_probabilities(logits, k):
    """Return the softmax over the k largest logits, 0 elsewhere; lower ids win ties."""
    # Sorting the negated logits goes downwards and still leaves equal ones in their order.
    kept = np.argsort(-logits, kind="stable")[:k]
    probabilities = np.zeros(logits.shape)
    # The first of the kept tokens has the largest logit: no exponent is above 0.
    powers = np.exp(logits[kept] - logits[kept[0]])
    probabilities[kept] = powers / powers.sum()
    return probabilities


def sample_token(probabilities, u):
    """Return the id whose half-open piece of the line from 0 to 1 holds u."""
    ends = np.cumsum(probabilities)
    # side="right" counts the ends that are <= u, so pieces of no width are passed over.
    token = np.searchsorted(ends, u, side="right")
    # Rounding can leave the last end below u; the last token with a piece takes the rest.
    return int(min(token, np.flatnonzero(probabilities)[-1]))
