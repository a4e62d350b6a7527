"""Your table is right at its beginning and drifts off far down. Small errors of an angle grow with
the position: how many digits do the numbers have in which you compute the angles?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    divisors = np.float32(10000) ** (np.arange(0, width, 2, dtype=np.float32) / np.float32(width))
    angles = np.arange(length, dtype=np.float32)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
