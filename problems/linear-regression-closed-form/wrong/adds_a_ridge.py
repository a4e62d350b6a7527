"""Your weights are a little too small: something holds them back. A penalty makes the problem
easier to solve, but its solution is not the best fit any more."""

import numpy as np


def fit_linear(x, y):
    x_mean, y_mean = x.mean(axis=0), y.mean()
    centred = x - x_mean
    ridge = 1e-3 * np.eye(x.shape[1])
    w = np.linalg.solve(centred.T @ centred + ridge, centred.T @ (y - y_mean))
    return w, float(y_mean - x_mean @ w)
