"""The best split of a decision tree by Gini impurity."""

import numpy as np


def _mixture(counts):
    """Return the impurity of class counts, along the last axis, times the number of labels."""
    totals = counts.sum(axis=-1)
    return totals - np.sum(counts**2, axis=-1) / totals


def gini(y):
    """Return 1 minus the sum of the squared shares of the labels."""
    return float(_mixture(np.unique(y, return_counts=True)[1]) / len(y))


def best_split(x, y):
    """Return (feature, threshold, gain) of the best split, or None; the first of equals wins."""
    is_class = y[:, None] == np.unique(y)  # one column for each class
    best, least = None, np.inf
    for feature, column in enumerate(x.T):
        order = np.argsort(column)
        values = column[order]
        cuts = np.flatnonzero(np.diff(values))  # equal values cannot be parted
        counts = np.cumsum(is_class[order], axis=0)  # of the first 1, 2, ..., n examples
        left, right = counts[cuts], counts[-1] - counts[cuts]
        impurities = (_mixture(left) + _mixture(right)) / len(y)
        # mutant: True -> False -- there is one impurity for each cut
        for cut, impurity in zip(cuts, impurities, strict=True):
            # mutant: < -> <= -- no two impurities differ by exactly 1e-9
            # mutant: 1e-9 -> 1.0000000000000002e-06 -- in small tables none are so close
            if impurity < least - 1e-9:  # by more than rounding
                least = impurity
                threshold = (values[cut] + values[cut + 1]) / 2
                best = feature, float(threshold), float(gini(y) - impurity)
    return best
