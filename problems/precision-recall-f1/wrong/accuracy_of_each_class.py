"""Your scores count as a success whatever is neither of the class nor called so. With many classes
that is nearly everything, and every score comes near 1."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    hits = np.sum(true == claimed, axis=0)
    precision = hits / len(y_true)
    recall = hits / len(y_true)
    f1 = hits / len(y_true)
    return precision, recall, f1


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "macro":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
