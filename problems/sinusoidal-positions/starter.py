import numpy as np


def sinusoidal_positions(length, width):
    """Return a vector of sines and cosines for each position of a text.

    length:  an int, the number of positions
    width:   an int, the number of entries of a vector
    returns: array of floats, shape (length, width)
    raises:  ValueError if width is odd
    """
    # Your code here
    pass
