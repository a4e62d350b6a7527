"""Your result ignores eps, and a vector of equal entries leads to 0 divided by 0. What should the
denominator be if there is no variance at all?"""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / np.sqrt(variance) + bias
