"""Your counts are too small where a pair occurs more than once. With arrays as index, `+=` reads
and writes every place a single time, however often it is listed."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    counts = np.zeros((k, k), dtype=np.int64)
    counts[y_true, y_pred] += 1
    return counts


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / np.maximum(totals, 1)
