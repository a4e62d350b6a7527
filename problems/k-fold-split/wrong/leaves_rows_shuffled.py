"""Your rows are the right ones but come out in the order of the shuffle. The statement asks for rising
order, so that equal splits look equal."""

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
        validation = rows[start:stop]
        train = np.concatenate([rows[:start], rows[stop:]])
        splits.append((train, validation))
        start = stop
    return splits
