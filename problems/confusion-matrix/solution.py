"""The confusion matrix, as counts and as shares of each true class."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    """Return the counts, shape (k, k); rows are true classes, columns predicted ones."""
    counts = np.zeros((k, k), dtype=np.int64)
    # counts[y_true, y_pred] += 1 would add once for each place, however often it is listed.
    np.add.at(counts, (y_true, y_pred), 1)
    return counts


def row_shares(matrix):
    """Return each row divided by its total; the row of a class without examples is 0."""
    totals = matrix.sum(axis=1, keepdims=True)  # kept as a column, so that it divides rows
    return matrix / np.maximum(totals, 1)  # a total of 0 has only zeros to divide
