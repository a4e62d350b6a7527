"""Your sigmoid is safe, but the slope has an exponential of its own that is not. The slope can be
written with the sigmoid's value, which is always between 0 and 1."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def sigmoid_backward(grad, x):
    return grad * np.exp(-x) / (1 + np.exp(-x)) ** 2
