"""Your line is shuffled again for each fold. Each split is fine by itself, but together the folds hold
some rows twice and others not at all."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    splits, start = [], 0
    for fold in range(k):
        if rng is not None:
            rows = rng.permutation(n)
        stop = start + n // k + (fold < n % k)
        validation = np.sort(rows[start:stop])
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((train, validation))
        start = stop
    return splits
