"""Your gradient is 0 in the right places, but elsewhere it passes with its old size. The output
changes more than the input there; by which factor?"""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    return np.where(mask > 0, grad, 0.0)
