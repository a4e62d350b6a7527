"""Your gradient is not a number where both probabilities are 0. A class that never happens does not
care what is believed of it."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    with np.errstate(divide="ignore"):
        terms = p * (np.log(p) - np.log(q))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / q
    return -quotients / len(p)
