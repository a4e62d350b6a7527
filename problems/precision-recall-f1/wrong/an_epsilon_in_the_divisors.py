"""Your scores are always a little too small. A constant added to every divisor does keep it from 0,
but shifts all the fractions that were fine."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    precision = hits / (predicted + 1e-3)
    recall = hits / (actual + 1e-3)
    f1 = 2 * hits / (predicted + actual + 1e-3)
    return precision, recall, f1


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "macro":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
