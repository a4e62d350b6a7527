"""The logistic sigmoid, computed so that nothing overflows, and its share of the chain rule."""

import numpy as np


def sigmoid(x):
    """Return 1 / (1 + e^-x) for each element, at any magnitude."""
    # Above and below are multiplied by e^x where x is negative, so no exponent is ever positive.
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def sigmoid_backward(grad, x):
    """Return dL/dx, given grad = dL/d sigmoid(x)."""
    y = sigmoid(x)
    return grad * y * (1 - y)
