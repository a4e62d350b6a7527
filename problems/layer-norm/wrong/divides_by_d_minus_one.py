"""Your variance is a little too large. Dividing by one less suits an estimate from a sample; here
the entries of the vector are all there is."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.sum(centred**2, axis=-1, keepdims=True) / max(x.shape[-1] - 1, 1)
    return gain * centred / np.sqrt(variance + eps) + bias
