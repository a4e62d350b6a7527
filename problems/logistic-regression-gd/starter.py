import numpy as np


def log_loss(w, b, x, y):
    """Return the mean cross-entropy of a logistic model.

    w:       array of floats, shape (d,), the weights
    b:       float, the intercept
    x:       array of floats, shape (n, d), one example per row
    y:       array of floats, shape (n,), each 0.0 or 1.0
    returns: a float
    """
    # Your code here
    pass


def fit_logistic(x, y, lr, steps):
    """Return the weights and the intercept after gradient descent that starts from zeros.

    x:       array of floats, shape (n, d), one example per row
    y:       array of floats, shape (n,), each 0.0 or 1.0
    lr:      the learning rate, a float
    steps:   how many steps to take, an int, at least 0
    returns: a tuple (w, b): an array of floats of shape (d,), and a float
    """
    # Your code here
    pass
