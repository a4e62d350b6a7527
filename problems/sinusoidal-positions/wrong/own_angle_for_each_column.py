"""Your cosines run at other speeds than their sines. The exponent counts hands, not columns, so the
two columns of a hand share one angle."""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    columns = np.arange(width)
    angles = np.arange(length)[:, None] / 10000.0 ** (columns / width)
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles[:, 0::2])
    table[:, 1::2] = np.cos(angles[:, 1::2])
    return table
