"""Your filter adds up the tokens in the order of their ids. Which tokens should come first, so that
as few as possible are needed?"""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.broadcast_to(np.arange(probabilities.shape[-1]), probabilities.shape)
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(axis=-1, keepdims=True), axis=-1)
    return result
