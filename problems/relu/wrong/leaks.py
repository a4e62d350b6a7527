"""Your relu lets a little of the negative side through. That is the leaky variant, made against
units that are never active again; plain ReLU cuts off completely."""

import numpy as np


def relu(x):
    return np.where(x > 0, x, 0.01 * x)


def relu_backward(grad, x):
    return grad * np.where(x > 0, 1.0, 0.01)
