"""Precision, recall and F1 of every class, and three means of F1."""

import numpy as np


def _count(y_true, y_pred, k):
    """Return for each class its hits, how often it is predicted, and how often it occurs."""
    labels = [y_true[y_true == y_pred], y_pred, y_true]
    return [np.bincount(found, minlength=k) for found in labels]


def _ratio(part, whole):
    """Return part / whole; where whole is 0, so is part, and so is the ratio."""
    return part / np.maximum(whole, 1)


def class_scores(y_true, y_pred, k):
    """Return (precision, recall, f1), each of shape (k,)."""
    hits, predicted, actual = _count(y_true, y_pred, k)
    return _ratio(hits, predicted), _ratio(hits, actual), _ratio(2 * hits, predicted + actual)


def mean_f1(y_true, y_pred, k, average):
    """Return the "macro", "weighted" or "micro" mean of F1 as a float."""
    hits, predicted, actual = _count(y_true, y_pred, k)
    if average == "micro":  # counts first, then one ratio
        return float(2 * hits.sum() / (predicted.sum() + actual.sum()))
    f1 = _ratio(2 * hits, predicted + actual)  # ratios first, then their mean
    return float(np.average(f1, weights=actual if average == "weighted" else None))
