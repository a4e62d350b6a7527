"""Your scores are NaN for a class that is never predicted or never occurs. One such class makes every
mean NaN; the statement says what the fraction counts as."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    with np.errstate(invalid="ignore"):
        return hits / predicted, hits / actual, 2 * hits / (predicted + actual)


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "macro":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
