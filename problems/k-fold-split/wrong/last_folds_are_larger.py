"""Your sizes differ by one at most, as they should, but the larger folds come last. The statement says
which folds take what is left over."""

import numpy as np


def k_fold_split(n, k, rng=None):
    if k < 2 or k > n:
        raise ValueError("k should be from 2 to n")
    rows = np.arange(n)
    if rng is not None:
        rows = rng.permutation(n)
    splits, start = [], 0
    for fold in range(k):
        stop = start + n // k + (fold >= k - n % k)
        validation = np.sort(rows[start:stop])
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((train, validation))
        start = stop
    return splits
