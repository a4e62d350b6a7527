"""Your loss is a cross-entropy: the whole surprise, not the extra one. It is not 0 where the two
are equal."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    with np.errstate(divide="ignore"):
        terms = p * -np.log(q)
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
