"""Your gain multiplies the bias as well. Each of the two is learned for its own purpose; which
comes last in the formula?"""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * (centred / np.sqrt(variance + eps) + bias)
