"""The splits of k-fold cross-validation."""

import numpy as np


def k_fold_split(n, k, rng=None):
    """Return k tuples (train, validation) of row numbers, both sorted.

    Raises `ValueError` unless k is from 2 to n.
    """
    if not 2 <= k <= n:
        raise ValueError(f"{n} rows cannot be cut into {k} folds")
    rows = np.arange(n)
    order = rows if rng is None else rng.permutation(n)  # once: the folds are pieces of one line
    folds = [np.sort(fold) for fold in np.array_split(order, k)]  # the first n % k have one more
    return [(np.setdiff1d(rows, fold), fold) for fold in folds]
