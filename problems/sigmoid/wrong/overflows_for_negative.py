"""Your sigmoid loses the smallest values. For very negative x your exponential overflows to
infinity, and one divided by that is 0, although a float could still hold the true value."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_backward(grad, x):
    y = sigmoid(x)
    return grad * y * (1 - y)
