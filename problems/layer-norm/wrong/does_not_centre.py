"""Your vectors have the right size, but not mean 0. There is a norm that only scales, the RMS norm;
layer norm subtracts the mean as well."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x * 1.0
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / np.sqrt(variance + eps) + bias
