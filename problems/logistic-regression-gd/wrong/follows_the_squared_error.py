"""Your steps follow another loss: they contain the slope of the sigmoid, which the cross-entropy
cancels. Check your gradient by nudging a weight and watching `log_loss`."""

import numpy as np


def sigmoid(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def log_loss(w, b, x, y):
    z = x @ w + b
    return float(np.mean(np.logaddexp(0, z) - y * z))


def fit_logistic(x, y, lr, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        p = sigmoid(x @ w + b)
        error = (p - y) * p * (1 - p) / len(y)
        w = w - lr * (error @ x)
        b = b - lr * float(error.sum())
    return w, b
