"""Your nucleus has the right size, but of equal tokens it takes the higher ids. A sorted order that
is turned around turns equal entries around as well."""

import numpy as np


def top_p_probabilities(probabilities, p):
    order = np.argsort(probabilities, axis=-1, kind="stable")[:, ::-1]
    ranked = np.take_along_axis(probabilities, order, axis=-1)
    before = np.cumsum(ranked, axis=-1) - ranked
    kept = np.where(before < p, ranked, 0.0)
    result = np.empty(probabilities.shape)
    np.put_along_axis(result, order, kept / kept.sum(axis=-1, keepdims=True), axis=-1)
    return result
