"""Your loss is too small by one factor. The classes of a row are added up; the mean is over the
rows."""

import numpy as np


def kl_divergence(p, q):
    happens = p > 0
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    with np.errstate(divide="ignore"):
        terms = p * (np.log(p) - np.log(q))
    return float(terms.mean())


def kl_divergence_backward(p, q):
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
