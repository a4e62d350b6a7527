"""Your number is the accuracy at the cut 0.5. The area needs no cut: it compares scores with each
other."""

import numpy as np


def average_ranks(values):
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].mean()
    return ranks


def roc_auc(y_true, scores):
    if y_true.all() or not y_true.any():
        return float("nan")
    return float(np.mean((scores >= 0.5) == (y_true == 1)))
