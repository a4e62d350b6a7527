"""Your pairs are the wrong way round. At position 0 every angle is 0: which of sine and cosine is 0
there, and in which columns should it be?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(length)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.cos(angles)
    table[:, 1::2] = np.sin(angles)
    return table
