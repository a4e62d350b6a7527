"""Your result is right, but the array that was passed in is normalised as well. A residual
connection still needs it as it was."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    x -= x.mean(axis=-1, keepdims=True)
    centred = x
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / np.sqrt(variance + eps) + bias
