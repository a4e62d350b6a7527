import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    """Return the logarithm of the sum of the exponentials.

    x:        array of floats, of any shape; entries may be infinite
    axis:     the axis to sum along, an int that may be negative, or None for all entries
    keepdims: True to keep the axis with the length 1
    returns:  array of floats, of the shape of x without this axis; a float if axis is None and
              keepdims is False
    """
    # Your code here
    pass
