"""Your training starts from random weights. The loss has a single valley, so zeros are as good a
start, and the same every time."""

import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def log_loss(w, b, x, y):
    z = x @ w + b
    return float(np.mean(np.logaddexp(0, z) - y * z))


def fit_logistic(x, y, lr, steps):
    w, b = np.random.default_rng(0).normal(size=x.shape[1]), 0.0
    for _ in range(steps):
        error = (sigmoid(x @ w + b) - y) / len(y)
        w = w - lr * (error @ x)
        b = b - lr * float(error.sum())
    return w, b
