import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    """Normalise every vector along the last axis, then apply gain and bias.

    x:       array of floats, shape (..., D)
    gain:    array of floats, shape (D,)
    bias:    array of floats, shape (D,)
    eps:     a float above 0, added to the variance
    returns: array of floats, the shape of x
    """
    # Your code here
    pass
