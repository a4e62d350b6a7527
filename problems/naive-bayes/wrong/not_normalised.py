"""Your numbers put the labels in the right order, but their exponentials do not add up to 1. The evidence,
the sum over all labels, has still to be taken off."""

import numpy as np


def fit_naive_bayes(x, y, smoothing=1e-9):
    labels = np.unique(y)
    priors = np.array([np.mean(y == label) for label in labels])
    means = np.array([x[y == label].mean(axis=0) for label in labels])
    variances = np.array([x[y == label].var(axis=0) for label in labels])
    return labels, priors, means, variances + smoothing * x.var(axis=0).max()


def log_posterior(model, x):
    _, priors, means, variances = model
    joint = np.zeros((len(x), len(priors)))
    for k in range(len(priors)):
        exponents = -((x - means[k]) ** 2) / (2 * variances[k])
        densities = exponents - np.log(2 * np.pi * variances[k]) / 2
        joint[:, k] = np.log(priors[k]) + densities.sum(axis=1)
    return joint


def predict(model, x):
    return model[0][log_posterior(model, x).argmax(axis=1)]
