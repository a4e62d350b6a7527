"""Your result is right, but the array that was passed in is turned as well. Somebody may want to
turn it again, for another position."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2].copy(), x[..., 1::2].copy()
    turned = x
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
