"""Your nucleus is right, but stands in sorted order. The result needs every probability at the
place of its id."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    result = kept / kept.sum(axis=-1, keepdims=True)
    return result
