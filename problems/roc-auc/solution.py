"""The area under the ROC curve, by the sum of ranks."""

import numpy as np


def average_ranks(values):
    """Return the rank of every value, from 1; equal values share the mean of their places."""
    _, run, lengths = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(lengths)  # the place at which each run of equal values ends
    return (last - (lengths - 1) / 2)[run]  # the middle of the run, for each of its values


def roc_auc(y_true, scores):
    """Return the share of pairs that the positive wins, a tie being half; nan without pairs."""
    positive = y_true == 1
    # mutant: int(positive.sum()) -> positive.sum() -- differs where NumPy's integers have 32 bits
    count = int(positive.sum())  # Python's integers have no limit, and pairs may be billions
    pairs = count * (len(positive) - count)
    if pairs == 0:
        return float("nan")
    # mutant: / -> // #2 -- one of two successive numbers is even
    return float(average_ranks(scores)[positive].sum() - count * (count + 1) / 2) / pairs
