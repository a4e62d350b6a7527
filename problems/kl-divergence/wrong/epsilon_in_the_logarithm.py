"""Your loss is never infinite: a small constant makes the impossible merely unlikely, and the loss
is capped. The logarithm of 0 is right where `q` is 0 and `p` is not."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    with np.errstate(divide="ignore"):
        terms = p * (np.log(p) - np.log(q + 1e-12))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
