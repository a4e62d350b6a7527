"""Your rows are all one position late. Look at the first row of the examples: at which position
does the count begin?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(1, length + 1)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
