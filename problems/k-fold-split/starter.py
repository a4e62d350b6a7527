import numpy as np


def k_fold_split(n, k, rng=None):
    """Return k splits of the rows 0 to n - 1; each row is validated in exactly one of them.

    n:       int, the number of rows
    k:       int, the number of folds, from 2 to n; anything else raises a ValueError
    rng:     None for folds of successive rows, or a numpy.random.Generator that shuffles once
    returns: list of k tuples (train, validation) of int arrays, each in rising order
    """
    # Your code here
    pass
