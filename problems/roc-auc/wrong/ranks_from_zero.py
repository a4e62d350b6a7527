"""Your ranks begin at 0. That is natural for positions in an array, but the formula subtracts the sum
of 1, 2, 3 and so on."""

import numpy as np


def average_ranks(values):
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(len(values))
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].mean()
    return ranks


def roc_auc(y_true, scores):
    positives = np.count_nonzero(y_true)
    negatives = len(y_true) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    total = float(average_ranks(scores)[y_true == 1].sum())
    return (total - positives * (positives + 1) / 2) / (positives * negatives)
