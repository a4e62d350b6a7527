"""Your two entries of a pair are turned by different angles, so they no longer are a turn of one
point. The exponent counts pairs."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2], x[..., 1::2]
    other = positions[:, np.newaxis] / 10000.0 ** (np.arange(1, width, 2) / width)
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * np.sin(other) + second * np.cos(other)
    return turned
