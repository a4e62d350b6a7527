"""Your function cuts whatever it is told to. With one fold nothing is left for training, and with more
folds than rows some are empty: such a k is a mistake of the caller, who should hear of it."""

import numpy as np


def k_fold_split(n, k, rng=None):
    rows = np.arange(n)
    order = rows if rng is None else rng.permutation(n)
    folds = [np.sort(fold) for fold in np.array_split(order, max(k, 1))]
    return [(np.setdiff1d(rows, fold), fold) for fold in folds]
