"""Your backward stops entries that should pass: those where x is positive but the gradient is
negative. Cutting off is for the forward direction; the gradient keeps its sign."""

import numpy as np


def relu(x):
    return np.maximum(x, 0)


def relu_backward(grad, x):
    return np.maximum(grad, 0) * (x > 0)
