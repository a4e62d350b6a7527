"""The sinusoidal position vectors of the first Transformer."""

import numpy as np


def sinusoidal_positions(length, width):
    """Return the vectors of positions 0 to length - 1, shape (length, width); width is even."""
    if width % 2 != 0:
        raise ValueError(f"width is {width}, but every sine needs a cosine beside it")
    even_columns = np.arange(0, width, 2)
    # A float base: an integer one would overflow, and NumPy refuses it negative exponents.
    divisors = 10000.0 ** (even_columns / width)
    angles = np.arange(length)[:, np.newaxis] / divisors
    table = np.empty((length, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
