"""Your backward returns ReLU's own slope. That is one factor of the chain rule; what arrives from
the layers behind has to come through as well."""

import numpy as np


def relu(x):
    return np.maximum(x, 0)


def relu_backward(grad, x):
    return (x > 0) * 1.0
