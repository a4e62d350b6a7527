"""Your table is right until somebody writes in it. What is kept between the calls is handed out
again and again, with everything that a caller did to it."""

import numpy as np

tables = {}


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    if (length, width) not in tables:
        divisors = 10000.0 ** (np.arange(0, width, 2) / width)
        angles = np.arange(length)[:, None] / divisors
        table = np.empty((length, width))
        table[:, 0::2] = np.sin(angles)
        table[:, 1::2] = np.cos(angles)
        tables[length, width] = table
    return tables[length, width]
