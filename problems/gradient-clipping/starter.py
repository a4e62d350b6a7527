import numpy as np


def clip_by_global_norm(grads, max_norm):
    """Scale all gradients by one factor so that their global norm is at most max_norm.

    grads:    list of arrays of floats, of any shapes
    max_norm: the longest norm allowed, a float above 0
    returns:  a tuple (clipped, norm): a new list of new arrays, in the order of grads, and the
              global norm before clipping, a float
    raises:   ValueError if an entry of a gradient is NaN or infinite
    """
    # Your code here
    pass
