"""Your search keeps the last of equally good splits. The statement says which one counts: that of the
smallest feature, and then of the smallest threshold."""

import numpy as np


def gini(y):
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return float(1 - np.sum(shares**2))


def best_split(x, y):
    best, least = None, np.inf
    for feature in range(x.shape[1]):
        values = np.unique(x[:, feature])
        for low, high in zip(values[:-1], values[1:]):
            threshold = (low + high) / 2
            left, right = y[x[:, feature] <= threshold], y[x[:, feature] > threshold]
            impurity = (len(left) * gini(left) + len(right) * gini(right)) / len(y)
            if impurity < least + 1e-9:
                least, best = impurity, (feature, float(threshold), float(gini(y) - impurity))
    return best
