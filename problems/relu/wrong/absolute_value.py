"""Your relu turns negative elements positive. ReLU does not change a sign: it decides which
elements are kept."""

import numpy as np


def relu(x):
    return np.abs(x)


def relu_backward(grad, x):
    return grad * np.sign(x)
