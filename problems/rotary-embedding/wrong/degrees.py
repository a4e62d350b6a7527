"""Your angles are taken for degrees. The position divided by the power is an angle in radians."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(np.deg2rad(angles)), np.sin(np.deg2rad(angles))
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
