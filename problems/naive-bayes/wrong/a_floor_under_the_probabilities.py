"""Your probabilities cannot fall below a floor that you add before the logarithm. The result is finite, but
far away it no longer says which label is nearer."""

import numpy as np


def fit_naive_bayes(x, y, smoothing=1e-9):
    labels = np.unique(y)
    priors = np.array([np.mean(y == label) for label in labels])
    means = np.array([x[y == label].mean(axis=0) for label in labels])
    variances = np.array([x[y == label].var(axis=0) for label in labels])
    return labels, priors, means, variances + smoothing * x.var(axis=0).max()


def log_posterior(model, x):
    _, priors, means, variances = model
    scaled = (x[:, None, :] - means) ** 2 / (2 * variances)
    densities = np.exp(-scaled) / np.sqrt(2 * np.pi * variances)
    joint = priors * np.prod(densities, axis=2) + 1e-300
    return np.log(joint / joint.sum(axis=1, keepdims=True))


def predict(model, x):
    return model[0][log_posterior(model, x).argmax(axis=1)]
