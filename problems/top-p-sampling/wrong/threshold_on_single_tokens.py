"""Your filter compares each token with p on its own. The nucleus is about a sum: how much do the
better tokens have together?"""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(-probabilities, axis=-1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    needed = ranked >= 1 - p
    needed[:, 0] = True
    kept = np.where(needed, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(axis=-1, keepdims=True), axis=-1)
    return result
