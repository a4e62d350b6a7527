"""Your shares are parts of all examples. A rare class then has small shares, however well it is
recognised, and this is what shares were to avoid."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k), dtype=np.int64)
    for row, column in zip(y_true.tolist(), y_pred.tolist()):
        counts[row, column] += 1
    return counts


def row_shares(matrix):
    totals = matrix.sum()
    return matrix / np.maximum(totals, 1)
