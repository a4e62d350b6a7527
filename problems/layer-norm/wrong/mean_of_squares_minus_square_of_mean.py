"""Your variance is right on paper, and loses its digits when the vector lies far from 0: two huge
numbers that are nearly equal are subtracted. Centre before you square."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    centred = x - x.mean(axis=-1, keepdims=True)
    variance = np.mean(x**2, axis=-1, keepdims=True) - x.mean(axis=-1, keepdims=True) ** 2
    return gain * centred / np.sqrt(variance + eps) + bias
