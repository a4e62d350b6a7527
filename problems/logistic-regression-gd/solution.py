"""Logistic regression, trained by gradient descent on the whole data set."""

import numpy as np


def _sigmoid(z):
    """Return 1 / (1 + e^-z) for each element, at any magnitude."""
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def log_loss(w, b, x, y):
    """Return the mean over the examples of -log P(y); finite for every finite sum."""
    wrong = (1 - 2 * y) * (x @ w + b)  # how far the sum points to the wrong answer
    return float(np.mean(np.logaddexp(0, wrong)))  # log(1 + e^wrong), without overflow


def fit_logistic(x, y, lr, steps):
    """Return (w, b) after so many steps against the gradient of log_loss, from zeros."""
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = (_sigmoid(x @ w + b) - y) / len(y)  # the gradient with respect to each sum
        w = w - lr * (error @ x)
        b = b - lr * float(error.sum())
    return w, b
