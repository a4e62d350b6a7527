"""Your nucleus keeps the first token at least, but where it is longer, it ends one token too early.
Its sum has to reach p."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    needed = np.cumsum(ranked, axis=-1) <= p
    needed[:, 0] = True
    kept = np.where(needed, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(axis=-1, keepdims=True), axis=-1)
    return result
