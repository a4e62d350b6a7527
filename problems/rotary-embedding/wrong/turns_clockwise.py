"""Your pairs are turned the other way. Where should a quarter turn bring the point (1, 0)?"""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine + second * sine
    turned[..., 1::2] = second * cosine - first * sine
    return turned
