"""Your table has a row for each label that occurs, and others move up to take the place of those
that do not. Row 3 has to be class 3, whoever else is missing."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    labels = np.unique(y_true).tolist()
    pairs = list(zip(y_true.tolist(), y_pred.tolist()))
    return np.array([[pairs.count((a, b)) for b in labels] for a in labels], dtype=np.int64)


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / np.maximum(totals, 1)
