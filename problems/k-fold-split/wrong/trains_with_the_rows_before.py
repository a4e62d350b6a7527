"""Your splits train only with folds that lie on one side. What is not validated is trained with,
before the fold and after it."""

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
        validation = np.sort(rows[start:stop])
        train = np.sort(rows[:start])
        splits.append((train, validation))
        start = stop
    return splits
