"""Your gradient passes the layer as if nothing had been dropped. What would nudging a dropped entry
change in the output?"""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    return grad.copy()
