"""Your macro F1 takes the means of precision and recall first and F1 of the two afterwards. Order
matters: the macro mean is one of the classes' own F1."""

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
    if average == "macro":
        precision, recall, _ = class_scores(y_true, y_pred, k)
        p, r = precision.mean(), recall.mean()
        return float(2 * p * r / (p + r)) if p + r else 0.0
    counts = np.bincount(y_true, minlength=k)
    return float(np.sum(counts * f1) / counts.sum())
