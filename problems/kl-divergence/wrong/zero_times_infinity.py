"""Your loss is not a number as soon as a class never happens: 0 times the logarithm of 0 is
undefined for floats, though its limit is 0."""

import numpy as np


def kl_divergence(p, q):
    with np.errstate(all="ignore"):
        terms = p * (np.log(p) - np.log(q))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
