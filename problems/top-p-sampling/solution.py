"""Nucleus sampling: the fewest tokens that reach a share p of the probability."""

import numpy as np


def top_p_probabilities(probabilities, p):
    """Return each row of shape (V,) cut down to its nucleus, with the sum 1; lower ids win ties."""
    # Sorting the negated values goes downwards and keeps equal ones in the order of their ids.
    # mutant: , axis=-1 -> nothing -- it is the default
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    # mutant: , axis=-1 -> nothing -- it is the default
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    # A token is needed as long as those before it have not reached p.
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(axis=-1, keepdims=True), axis=-1)
    return result
