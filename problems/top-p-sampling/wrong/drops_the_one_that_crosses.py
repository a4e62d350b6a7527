"""Your nucleus ends one token too early: the one that makes the sum reach p is missing. If the
first token alone is above p, nothing is left."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    kept = np.where(np.cumsum(ranked, axis=-1) <= p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / np.maximum(kept.sum(axis=-1, keepdims=True), 1e-12), axis=-1)
    return result
