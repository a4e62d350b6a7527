"""Your vectors are centred one by one, but all share one variance. A token with small numbers would
stay small next to one with large numbers."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2)
    return gain * centred / np.sqrt(variance + eps) + bias
