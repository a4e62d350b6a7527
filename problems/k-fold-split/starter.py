import numpy as np


def k_fold_split(n, k, rng=None):
    """Return k splits of the rows 0 to n - 1; each is validated once.

    n:       int, the number of rows
    k:       int, the number of folds, from 2 to n; else a ValueError
    rng:     None, or a numpy.random.Generator that shuffles the rows
    returns: list of k tuples (train, validation) of rising row numbers
    """
    # Your code here
    pass
