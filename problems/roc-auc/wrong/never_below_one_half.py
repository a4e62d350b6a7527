"""Your area is turned round where it is below one half. A ranking that is upside down should be seen as
such, not praised."""

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
    area = (total - positives * (positives + 1) / 2) / (positives * negatives)
    return max(area, 1 - area)
