import numpy as np


def gini(y):
    """Return the Gini impurity of the labels.

    y:       array of ints, shape (n,), at least one
    returns: a float
    """
    # Your code here
    pass


def best_split(x, y):
    """Return the split that leaves the labels least mixed.

    x:       array of floats, shape (n, d), one example per row
    y:       array of ints, shape (n,), the labels
    returns: tuple (feature, threshold, gain), or None if there is no split
    """
    # Your code here
    pass
