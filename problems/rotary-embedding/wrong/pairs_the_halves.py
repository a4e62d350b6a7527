"""Your pairs are entries half a vector apart. Many libraries do that, and it works as well, but
weights trained with neighbours as pairs would not fit."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., : width // 2], x[..., width // 2 :]
    turned = np.empty(x.shape)
    turned[..., : width // 2] = first * cosine - second * sine
    turned[..., width // 2 :] = first * sine + second * cosine
    return turned
