"""Your sigmoid mirrors the positive side by subtracting from 1. That is right on paper, but a float
near 1 has no room for the digits of a tiny difference, so small values are lost."""

import numpy as np


def sigmoid(x):
    positive = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x >= 0, positive, 1 - positive)


def sigmoid_backward(grad, x):
    y = sigmoid(x)
    return grad * y * (1 - y)
