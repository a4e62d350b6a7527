"""The rectified linear unit, and its share of the chain rule."""

import numpy as np


def relu(x):
    """Return max(x, 0) for each element, a new array of x's shape."""
    return np.maximum(x, 0)


def relu_backward(grad, x):
    """Return dL/dx, given grad = dL/d relu(x); the slope at 0 counts as 0."""
    return grad * (x > 0)  # the mask is True or False, which multiply like 1 and 0
