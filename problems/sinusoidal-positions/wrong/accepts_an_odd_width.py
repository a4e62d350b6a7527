"""Your table is right for every even width, but an odd one slips through. The last hand would have
a sine without its cosine; the caller should hear of it."""

import numpy as np


def sinusoidal_positions(length, width):
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(length)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles[:, : width // 2])
    return table
