"""Your labels share the variances of the whole data. Each has its own: how far its examples spread
around its own mean."""

import numpy as np


def fit_naive_bayes(x, y, smoothing=1e-9):
    labels = np.unique(y)
    priors = np.array([np.mean(y == label) for label in labels])
    means = np.array([x[y == label].mean(axis=0) for label in labels])
    variances = np.array([x.var(axis=0) for label in labels])
    return labels, priors, means, variances + smoothing * x.var(axis=0).max()


def log_posterior(model, x):
    _, priors, means, variances = model
    joint = np.zeros((len(x), len(priors)))
    for k in range(len(priors)):
        exponents = -((x - means[k]) ** 2) / (2 * variances[k])
        densities = exponents - np.log(2 * np.pi * variances[k]) / 2
        joint[:, k] = np.log(priors[k]) + densities.sum(axis=1)
    joint -= joint.max(axis=1, keepdims=True)
    return joint - np.log(np.exp(joint).sum(axis=1, keepdims=True))


def predict(model, x):
    return model[0][log_posterior(model, x).argmax(axis=1)]
