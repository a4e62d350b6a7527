"""Your ranks go on with the next number after a tie, as if equal values were one. Three values on one
place occupy three places, and the next one comes after them."""

import numpy as np


def average_ranks(values):
    return np.unique(values, return_inverse=True)[1] + 1.0


def roc_auc(y_true, scores):
    positives = np.count_nonzero(y_true)
    negatives = len(y_true) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    total = float(average_ranks(scores)[y_true == 1].sum())
    return (total - positives * (positives + 1) / 2) / (positives * negatives)
