"""Your second entry is computed from a first entry that has been turned already. Both new entries
need both old ones."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    turned = x.copy()
    first, second = turned[..., 0::2], turned[..., 1::2]
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
