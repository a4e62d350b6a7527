"""Your macro mean gives a class the more say the more examples it has, and your weighted mean gives all
the same. Each is right by itself, but under the other's name."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    precision = hits / np.maximum(predicted, 1)
    recall = hits / np.maximum(actual, 1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    return precision, recall, f1


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "weighted":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
