import numpy as np


def fit_linear(x, y):
    """Return the weights and the intercept with the smallest sum of squared errors.

    x:       array of floats, shape (n, d), one example per row
    y:       array of floats, shape (n,), the targets
    returns: a tuple (w, b): an array of floats of shape (d,), and a float
    """
    # Your code here
    pass
