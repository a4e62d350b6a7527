"""Your search has one threshold for each feature, its mean. Try every place where the value changes."""

import numpy as np


def gini(y):
    shares = np.unique(y, return_counts=True)[1] / len(y)
    return float(1 - np.sum(shares**2))


def best_split(x, y):
    best, least = None, np.inf
    for feature in range(x.shape[1]):
        if np.ptp(x[:, feature]) == 0:
            continue
        threshold = x[:, feature].mean()
        left, right = y[x[:, feature] <= threshold], y[x[:, feature] > threshold]
        impurity = (len(left) * gini(left) + len(right) * gini(right)) / len(y)
        if impurity < least - 1e-9:
            least, best = impurity, (feature, float(threshold), float(gini(y) - impurity))
    return best
