"""Your counts have the right values, but they are floats. A new array of zeros holds floats unless
it is asked for something else."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k))
    for row, column in zip(y_true.tolist(), y_pred.tolist()):
        counts[row, column] += 1
    return counts


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / np.maximum(totals, 1)
