"""Your fit follows the textbook and loses half of the digits when features nearly depend on each
other, and has no answer when they do. A least-squares solver works on the data itself and needs no
inverse."""

import numpy as np


def fit_linear(x, y):
    x_mean, y_mean = x.mean(axis=0), y.mean()
    centred = x - x_mean
    try:
        inverse = np.linalg.inv(centred.T @ centred)
    except np.linalg.LinAlgError:
        inverse = np.full((x.shape[1], x.shape[1]), np.nan)
    w = inverse @ centred.T @ (y - y_mean)
    return w, float(y_mean - x_mean @ w)
