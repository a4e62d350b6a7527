"""Your F1 lies in the middle between precision and recall. It should be low as soon as one of the two
is: calling everything positive must not earn a half."""

import numpy as np


def class_scores(y_true, y_pred, k):
    classes = np.arange(k)
    true, claimed = y_true[:, None] == classes, y_pred[:, None] == classes
    hits = np.sum(true & claimed, axis=0)
    predicted, actual = claimed.sum(axis=0), true.sum(axis=0)
    precision = hits / np.maximum(predicted, 1)
    recall = hits / np.maximum(actual, 1)
    f1 = (precision + recall) / 2
    return precision, recall, f1


def mean_f1(y_true, y_pred, k, average):
    if average == "micro":
        return float(np.mean(y_true == y_pred))
    f1 = class_scores(y_true, y_pred, k)[2]
    if average == "macro":
        return float(f1.mean())
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
