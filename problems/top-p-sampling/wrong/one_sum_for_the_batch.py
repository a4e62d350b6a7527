"""Your rows are divided by what the whole batch has kept. Each row is a distribution of its own."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(), axis=-1)
    return result
