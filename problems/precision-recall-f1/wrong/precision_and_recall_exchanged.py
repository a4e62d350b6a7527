"""Your precision and your recall have changed places. Ask what each divides by: the claims that were
made, or the cases that there are."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    precision = hits / np.maximum(predicted, 1)
    recall = hits / np.maximum(actual, 1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    return recall, precision, f1


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "macro":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
