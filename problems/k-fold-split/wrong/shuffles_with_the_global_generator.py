"""Your shuffle takes its chance from NumPy's global generator. Two runs with the same seed then differ,
and everybody else's numbers change as well."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    if rng is not None:
        rows = np.random.permutation(n)
    splits, start = [], 0
    for fold in range(k):
        stop = start + n // k + (fold < n % k)
        validation = np.sort(rows[start:stop])
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((train, validation))
        start = stop
    return splits
