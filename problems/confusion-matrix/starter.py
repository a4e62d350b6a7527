import numpy as np


def confusion_matrix(y_true, y_pred, k):
    """Count the pairs of a true class (row) and a predicted one (column).

    y_true:  array of ints from 0 to k - 1, shape (n,)
    y_pred:  array of ints from 0 to k - 1, shape (n,)
    k:       int, the number of classes
    returns: array of ints, shape (k, k)
    """
    # Your code here
    pass


def row_shares(matrix):
    """Divide each row by its total; a row of zeros stays zeros.

    matrix:  array of ints, shape (k, k)
    returns: array of floats, shape (k, k)
    """
    # Your code here
    pass
