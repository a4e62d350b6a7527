"""Your columns hold the right numbers in another order. The formula numbers the columns: where does
it put the cosine that shares an angle with column 0?"""

import numpy as np


def sinusoidal_positions(length, width):
    if width % 2:
        raise ValueError("width is odd")
    divisors = 10000.0 ** (np.arange(0, width, 2) / width)
    angles = np.arange(length)[:, None] / divisors
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
