"""Your nucleus has the right tokens, but with the probabilities that they had among all. After the
others are gone, they have to add up to 1."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept, axis=-1)
    return result
