"""Your shares are right for every class that has examples. For one without, a total of 0 divides,
and what comes out spoils every mean that is taken later."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k), dtype=np.int64)
    for row, column in zip(y_true.tolist(), y_pred.tolist()):
        counts[row, column] += 1
    return counts


def row_shares(matrix):
    with np.errstate(invalid="ignore"):
        return matrix / matrix.sum(axis=1, keepdims=True)
