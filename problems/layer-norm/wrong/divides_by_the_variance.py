"""Your vectors do not come out with variance 1. Spread is measured in the units of the entries, and
the variance is in their squares."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / (variance + eps) + bias
