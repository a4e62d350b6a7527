"""Your gradient passes where x is exactly 0. There is no derivative at the corner, and the
convention counts the slope there like the slope below it."""

import numpy as np


def relu(x):
    return np.maximum(x, 0)


def relu_backward(grad, x):
    return grad * (x >= 0)
