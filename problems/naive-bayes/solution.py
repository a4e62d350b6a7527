"""Gaussian naive Bayes: training, log-posterior and prediction."""

import numpy as np


def fit_naive_bayes(x, y, smoothing=1e-9):
    """Return (labels, priors, means, variances), one row for each label that occurs."""
    labels, counts = np.unique(y, return_counts=True)
    groups = [x[y == label] for label in labels]
    means = np.array([group.mean(axis=0) for group in groups])
    variances = np.array([group.var(axis=0) for group in groups])
    return labels, counts / len(y), means, variances + smoothing * x.var(axis=0).max()


def log_posterior(model, x):
    """Return log P(label | example), shape (m, k)."""
    _, priors, means, variances = model
    differences = x[:, None, :] - means  # every example minus every label's means, (m, k, d)
    # The logarithm of each density, doubled; log(2 pi) is the same for all labels and cancels.
    doubled = np.log(variances) + differences**2 / variances
    joint = np.log(priors) - doubled.sum(axis=2) / 2
    joint -= joint.max(axis=1, keepdims=True)  # now the largest exponential is 1
    return joint - np.log(np.exp(joint).sum(axis=1, keepdims=True))


def predict(model, x):
    """Return the most probable label of each example; argmax takes the first of equals."""
    return model[0][log_posterior(model, x).argmax(axis=1)]
