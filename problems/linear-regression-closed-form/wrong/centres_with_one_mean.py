"""Your features are all moved by the same number. Each column has a mean of its own."""

import numpy as np


def fit_linear(x, y):
    w = np.linalg.lstsq(x - x.mean(), y - y.mean())[0]
    return w, float(y.mean() - x.mean(axis=0) @ w)
