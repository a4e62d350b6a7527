"""You drop the right entries, but divide the others by the probability to be dropped. With p = 0.5
nobody can tell; which probability did a kept entry have?"""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    if not training or p == 0:
        if training:
            rng.random(x.shape)
        return x.copy(), np.ones(x.shape)
    mask = (rng.random(x.shape) >= p) / p
    return x * mask, mask


def dropout_backward(grad, mask):
    return grad * mask
