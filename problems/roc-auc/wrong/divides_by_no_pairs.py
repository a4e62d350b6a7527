"""Your area is right until a class is missing; then the division by the number of pairs raises an
error. The statement says what to return."""

import numpy as np


def average_ranks(values):
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].mean()
    return ranks


def roc_auc(y_true, scores):
    positives = int(y_true.sum())
    negatives = len(y_true) - positives
    total = float(average_ranks(scores)[y_true == 1].sum())
    return (total - positives * (positives + 1) / 2) / (positives * negatives)
