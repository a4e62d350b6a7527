"""Your rows do not quite add up to 1. A constant in the divisor does protect it from being 0, but
it changes the shares of all other classes as well."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k), dtype=np.int64)
    for row, column in zip(y_true.tolist(), y_pred.tolist()):
        counts[row, column] += 1
    return counts


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / (totals + 1)
