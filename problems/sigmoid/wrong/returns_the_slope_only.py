"""Your backward returns the slope of the sigmoid. That is one factor of the chain rule; the
gradient that arrives is the other."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def sigmoid_backward(grad, x):
    y = sigmoid(x)
    return y * (1 - y)
