"""Your relu shrinks its input: it looks for the largest element along an axis. ReLU compares every
element with 0 and keeps them all in their places."""

import numpy as np


def relu(x):
    return np.max(x, 0)


def relu_backward(grad, x):
    return grad * (x > 0)
