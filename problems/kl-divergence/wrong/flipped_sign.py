"""Your loss is negative. A divergence never is: believing something else than what is true costs
extra."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    with np.errstate(divide="ignore"):
        terms = p * (np.log(q) - np.log(p))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
