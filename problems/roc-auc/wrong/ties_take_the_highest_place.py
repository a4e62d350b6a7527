"""Your equal values all take the last of the places they occupy. A positive that ties with a negative
then gets a full point for it."""

import numpy as np


def average_ranks(values):
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].max()
    return ranks


def roc_auc(y_true, scores):
    positives = np.count_nonzero(y_true)
    negatives = len(y_true) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    total = float(average_ranks(scores)[y_true == 1].sum())
    return (total - positives * (positives + 1) / 2) / (positives * negatives)
