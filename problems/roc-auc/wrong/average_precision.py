"""Your number is the mean precision at the places of the positives, the area under another curve. It
depends on how rare positives are, and the ROC does not."""

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
    if positives == 0 or positives == len(y_true):
        return float("nan")
    ranked = y_true[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(np.sum(precision * ranked) / positives)
