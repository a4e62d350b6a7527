"""Your slowest hand has the divisor 10000 itself. Some implementations space the hands like that,
but in the paper the exponent stops short of 1; compare what it is divided by."""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    hands = width // 2
    divisors = 10000.0 ** (np.arange(hands) / max(hands - 1, 1))
    angles = np.arange(length)[:, None] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
