"""Your fit survives columns that repeat each other, but it still forms a product of the data with
itself. Nearly parallel features are gone from there before the pseudo-inverse sees them."""

import numpy as np


def fit_linear(x, y):
    x_mean, y_mean = x.mean(axis=0), y.mean()
    centred = x - x_mean
    w = np.linalg.pinv(centred.T @ centred) @ (centred.T @ (y - y_mean))
    return w, float(y_mean - x_mean @ w)
