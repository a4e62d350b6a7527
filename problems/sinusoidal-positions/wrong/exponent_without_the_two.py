"""Your first hand is right, but the others do not slow down fast enough. Put the last hand into the
exponent: how close to 1 does it come, and how close does yours?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    divisors = 10000.0 ** (np.arange(width // 2) / width)
    angles = np.arange(length)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
