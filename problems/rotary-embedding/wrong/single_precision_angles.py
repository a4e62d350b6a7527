"""Your result is right at the beginning of a text and drifts off far down. An angle of many turns
needs all the digits that a float can have."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions.astype(np.float32)[:, np.newaxis] / divisors.astype(np.float32)
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
