import numpy as np


def apply_rotary(x, positions):
    """Turn each pair of neighbouring entries by an angle that grows with the position.

    x:         array of floats, shape (..., T, d), d even
    positions: array of numbers, shape (T,)
    returns:   a new array of floats, the shape of x
    """
    # Your code here
    pass
