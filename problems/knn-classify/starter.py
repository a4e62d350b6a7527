import numpy as np


def knn_classify(x_train, y_train, x, k):
    """Return for each query the label that most of its k nearest examples have.

    x_train: array of floats, shape (n, d), one example per row
    y_train: array of ints, shape (n,), the examples' labels
    x:       array of floats, shape (m, d), one query per row
    k:       int, from 1 to n
    returns: array of ints, shape (m,)
    """
    # Your code here
    pass
