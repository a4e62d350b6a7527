import numpy as np


def fit_naive_bayes(x, y, smoothing=1e-9):
    """Return the labels, their priors, and each feature's mean and variance.

    x:         array of floats, shape (n, d), one example per row
    y:         array of ints, shape (n,), the labels
    smoothing: float; times the largest variance over all examples, it is
               added to every variance
    returns:   tuple (labels, priors, means, variances) of arrays of the shapes
               (k,), (k,), (k, d), (k, d), the labels in rising order
    """
    # Your code here
    pass


def log_posterior(model, x):
    """Return the log-probability of each label, given each example.

    model:   tuple (labels, priors, means, variances)
    x:       array of floats, shape (m, d)
    returns: array of floats, shape (m, k)
    """
    # Your code here
    pass


def predict(model, x):
    """Return the most probable label of each example; of equals the smallest.

    model:   tuple (labels, priors, means, variances)
    x:       array of floats, shape (m, d)
    returns: array of ints, shape (m,)
    """
    # Your code here
    pass
