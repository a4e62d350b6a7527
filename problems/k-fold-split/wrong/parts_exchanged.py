"""Your splits have the validation rows first. A caller who unpacks them as the statement says trains
with one fold and validates with all others."""

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
        train = np.sort(np.concatenate([rows[:start], rows[stop:]]))
        splits.append((validation, train))
        start = stop
    return splits
