"""Your tokens are numbered 0, 1, 2 whatever positions were passed in. When a text is continued, the
next token does not stand at position 0."""

import numpy as np


def apply_rotary(x, positions):
    width = x.shape[-1]
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(x.shape[-2])[:, np.newaxis] / divisors
    cosine, sine = np.cos(angles), np.sin(angles)
    first, second = x[..., 0::2], x[..., 1::2]
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * cosine - second * sine
    turned[..., 1::2] = first * sine + second * cosine
    return turned
