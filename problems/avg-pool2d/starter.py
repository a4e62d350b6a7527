import numpy as np


def avg_pool2d(x, size, stride):
    """Return the mean of every window.

    x:       array of floats, shape (batch, channels, H, W)
    size:    int, the rows and columns of a window
    stride:  int, at least 1, the step from one window to the next, in both directions
    returns: array of floats, shape (batch, channels, H_out, W_out)
    """
    # Your code here
    pass


def avg_pool2d_backward(grad, shape, size, stride):
    """Return the gradient of the loss with respect to x.

    grad:    array of floats, shape (batch, channels, H_out, W_out), the gradient with respect
             to avg_pool2d(x, size, stride)
    shape:   tuple of four ints, the shape of x
    size:    int, as above
    stride:  int, as above
    returns: array of floats, of the given shape
    """
    # Your code here
    pass
