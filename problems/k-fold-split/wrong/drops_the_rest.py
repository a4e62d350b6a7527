"""Your folds are all of one size, and the rows that do not fit are never validated. They are the last
rows of the file, always the same ones."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    if rng is not None:
        rows = rng.permutation(n)
    splits, start = [], 0
    for fold in range(k):
        stop = start + n // k
        validation = np.sort(rows[start:stop])
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((train, validation))
        start = stop
    return splits
