"""Your denominator is the mean distance from the mean. It measures spread, too, but it is not the
standard deviation: what is averaged there, before the root?"""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(np.abs(centred), axis=-1, keepdims=True) ** 2
    return gain * centred / np.sqrt(variance + eps) + bias
