"""Your fit is right, but the caller's data has lost its means. `-=` writes into the array it is
applied to."""

import numpy as np


def fit_linear(x, y):
    x_mean, y_mean = x.mean(axis=0), y.mean()
    x -= x_mean
    y -= y_mean
    w = np.linalg.lstsq(x, y)[0]
    return w, float(y_mean - x_mean @ w)
