"""Your hands become faster and faster instead of slower. Is the power of 10000 above or below the
fraction's line?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    factors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(length)[:, None] * factors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
