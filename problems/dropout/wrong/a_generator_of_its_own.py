"""Your layer makes its own generator, with the same seed in every call, so the same entries are
dropped for ever. Which generator were you given?"""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training:
        return x.copy(), np.ones(x.shape)
    own = np.random.default_rng(0)
    mask = (own.random(x.shape) >= p) / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    return grad * mask
