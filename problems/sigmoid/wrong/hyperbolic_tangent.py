"""Your curve runs from -1 to 1. The hyperbolic tangent is the sigmoid's cousin, but it has to be
squeezed and moved before it runs from 0 to 1."""

import numpy as np


def sigmoid(x):
    return np.tanh(x / 2)


def sigmoid_backward(grad, x):
    return grad * (1 - np.tanh(x / 2) ** 2) / 2
