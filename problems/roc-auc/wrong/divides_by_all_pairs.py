"""Your area counts the right wins, but among too many pairs. How many meetings are there of a positive
and a negative?"""

import numpy as np


def average_ranks(values):
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].mean()
    return ranks


def roc_auc(y_true, scores):
    positives = np.count_nonzero(y_true)
    negatives = len(y_true) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    total = float(average_ranks(scores)[y_true == 1].sum())
    return (total - positives * (positives + 1) / 2) / (len(y_true) * (len(y_true) - 1) / 2)
