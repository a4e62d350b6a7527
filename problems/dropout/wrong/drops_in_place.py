"""Your output is right, but it is written into the caller's array. The numbers before the layer are
gone, and whoever needs them for the way back finds zeros."""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) >= p) / (1 - p)
    x *= mask
    return x, mask


def dropout_backward(grad, mask):
    return grad * mask
