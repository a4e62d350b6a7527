"""Your eps has more weight than it should, or less. It stands beside the variance, not beside the
standard deviation: what does the root reach over?"""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / (np.sqrt(variance) + eps) + bias
