"""Your backward looks at the sign of the gradient. Whether an entry passes depends on what went in
on the way forward; a negative gradient is as good as a positive one."""

import numpy as np


def relu(x):
    return np.maximum(x, 0)


def relu_backward(grad, x):
    return np.maximum(grad, 0)
