import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    """Return the outputs of a convolution layer for a batch of images.

    x:       array of floats, shape (batch, c_in, H, W)
    weight:  array of floats, shape (c_out, c_in, kh, kw), one kernel for each output channel
    bias:    array of floats, shape (c_out,)
    stride:  int, at least 1, the step from one window to the next, in both directions
    padding: int, at least 0, the width of the border of zeros on all four sides
    returns: array of floats, shape (batch, c_out, H_out, W_out)
    """
    # Your code here
    pass
