"""Your backward puts x itself where the sigmoid of x belongs. The short formula for the slope is
written in terms of the output."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def sigmoid_backward(grad, x):
    return grad * x * (1 - x)
