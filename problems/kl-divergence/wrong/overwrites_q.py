"""Your results are right, but the caller's arrays are not what they were. Assigning to a mask
writes into the array that was passed in."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p[~happens] = 1.0
    q[~happens] = 1.0
    with np.errstate(divide="ignore"):
        terms = p * (np.log(p) - np.log(q))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
