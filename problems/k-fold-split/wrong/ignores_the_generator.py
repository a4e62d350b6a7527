"""Your splits are the same with a generator as without. Where data is sorted by label, a fold then
holds labels that its model has never seen."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    splits, start = [], 0
    for fold in range(k):
        stop = start + n // k + (fold < n % k)
        validation = np.sort(rows[start:stop])
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((train, validation))
        start = stop
    return splits
