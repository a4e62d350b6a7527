"""Your cuts lie between any two neighbours in the sorted order, equal ones included. No threshold can
part two examples of the same value."""

import numpy as np


def gini(y):
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return float(1 - np.sum(shares**2))


def best_split(x, y):
    best, least = None, np.inf
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values, labels = x[order, feature], y[order]
        for cut in range(1, len(y)):
            left, right = labels[:cut], labels[cut:]
            impurity = (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if impurity < least - 1e-9:
                threshold = float(values[cut - 1] + values[cut]) / 2
                least, best = impurity, (feature, threshold, float(gini(y) - impurity))
    return best
