"""Rotary position embedding of neighbouring pairs."""

import numpy as np


def apply_rotary(x, positions):
    """Return x of shape (..., T, d), each pair turned in proportion to its token's position."""
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = positions[:, np.newaxis] / divisors  # (T, d / 2), for every entry of the batch
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
