import numpy as np


def softmax(x):
    """Return the softmax of each row along the last axis, without overflow.

    x:       array of floats, shape (..., C)
    returns: array of floats, of the shape of x; each row adds up to 1
    """
    # Your code here
    pass


def softmax_backward(grad, x):
    """Return the gradient of the loss with respect to x, the input of softmax.

    grad:    array of floats, the gradient of the loss with respect to softmax(x)
    x:       array of floats, of the same shape, what softmax was given
    returns: array of floats, of the shape of x
    """
    # Your code here
    pass
