"""Your area comes from a curve with a fixed grid of thresholds. Scores between two of them look equal,
and scores outside of 0 to 1 are never told apart: only the order should count."""

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
    cuts = np.concatenate([[np.inf], np.linspace(1, 0, 101), [-np.inf]])
    hits = np.array([np.sum(scores[y_true == 1] >= cut) for cut in cuts]) / positives
    alarms = np.array([np.sum(scores[y_true == 0] >= cut) for cut in cuts]) / negatives
    return float(np.sum(np.diff(alarms) * (hits[1:] + hits[:-1]) / 2))
