"""Your nucleus is moved back with the order it was sorted by. Reading along that order a second
time does not undo the first."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    result = np.take_along_axis(kept / kept.sum(axis=-1, keepdims=True), order, axis=-1)
    return result
