"""Your weights are right, but your intercept is the mean of the targets. That is the height of the
plane over the mean of the features; the intercept is the height over zero."""

import numpy as np


def fit_linear(x, y):
    w = np.linalg.lstsq(x - x.mean(axis=0), y - y.mean())[0]
    return w, float(y.mean())
