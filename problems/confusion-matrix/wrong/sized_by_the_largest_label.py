"""Your table ends at the largest label that occurs. A class that nobody met this time is still a
class: two tables of the same model could not be added or compared."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    k = int(max(y_true.max(initial=0), y_pred.max(initial=0))) + 1
    counts = np.zeros((k, k), dtype=np.int64)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / np.maximum(totals, 1)
