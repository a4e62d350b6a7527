"""Kullback-Leibler divergence between rows of probabilities, and its gradient."""

import numpy as np


def kl_divergence(p, q):
    """Return the mean over the rows of KL(p || q) as a float; infinite if q misses what p has."""
    happens = p > 0
    # 1 * (log 1 - log 1) is the 0 that a class adds which never happens.
    p, q = np.where(happens, p, 1.0), np.where(happens, q, 1.0)
    # mutant: divide="ignore" -> nothing -- the result is the same, with a warning
    with np.errstate(divide="ignore"):  # log 0 is minus infinity, and meant
        terms = p * (np.log(p) - np.log(q))
    return float(terms.sum() / len(p))


def kl_divergence_backward(p, q):
    """Return d kl_divergence / d q, an array of q's shape."""
    # mutant: 1.0 -> 2.0 -- it only divides a p that is 0
    quotients = p / np.where(p > 0, q, 1.0)
    return -quotients / len(p)
