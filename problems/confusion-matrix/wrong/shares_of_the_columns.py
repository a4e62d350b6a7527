"""Your shares are parts of what was predicted: of all that was called a cat, how much was one. Here
the question is the other one: of all cats, how many were called so."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k), dtype=np.int64)
    for row, column in zip(y_true.tolist(), y_pred.tolist()):
        counts[row, column] += 1
    return counts


def row_shares(matrix):
    totals = matrix.sum(axis=0, keepdims=True)
    return matrix / np.maximum(totals, 1)
