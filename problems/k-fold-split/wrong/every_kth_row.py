"""Your folds take every k-th row. The sizes are right, but the fold of the statement is a piece of the
line, not a comb."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    if rng is not None:
        rows = rng.permutation(n)
    splits, start = [], 0
    for fold in range(k):
        stop = start + n // k + (fold < n % k)
        validation = np.sort(rows[fold::k])
        train = np.sort(np.setdiff1d(rows, rows[fold::k]))
        splits.append((train, validation))
        start = stop
    return splits
