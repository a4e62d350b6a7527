"""Your way to number the pairs is a good one, but the product is calculated in the labels' own
type. Think of labels in 8 bits and twenty classes."""

import numpy as np


def confusion_matrix(y_true, y_pred, k):
    return np.bincount(k * y_true + y_pred, minlength=k * k).reshape(k, k)


def row_shares(matrix):
    totals = matrix.sum(axis=1, keepdims=True)
    return matrix / np.maximum(totals, 1)
