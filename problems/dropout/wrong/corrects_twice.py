"""Your training is right, but evaluation shrinks its input as well. The kept entries have been
enlarged already; correct in one place only."""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x * (1 - p), np.ones(x.shape)
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    return grad * mask
