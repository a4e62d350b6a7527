import numpy as np


def pca(x, k):
    """Return the first k principal components of the data, and the data seen along them.

    x:       array of floats, shape (n, d), one example per row, n at least 2
    k:       int, from 1 to the smaller one of n and d
    returns: a tuple (components, variances, scores) of arrays of floats, of the shapes (k, d),
             (k,) and (n, k)
    """
    # Your code here
    pass
