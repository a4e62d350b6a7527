"""Your values are right, but when nothing has to be cut off you hand out the caller's own array.
Someone who changes your result then changes the input with it."""

import numpy as np


def relu(x):
    return np.maximum(x, 0) if np.any(x < 0) else x


def relu_backward(grad, x):
    return grad * (x > 0)
