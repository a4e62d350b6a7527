import numpy as np


def relu(x):
    """Return x with every negative element replaced by 0.

    x:       array of floats, of any shape
    returns: a new array of floats, of the shape of x
    """
    # Your code here
    pass


def relu_backward(grad, x):
    """Return the gradient of the loss with respect to x, the input of relu.

    grad:    array of floats, the gradient of the loss with respect to relu(x)
    x:       array of floats, of the same shape, what relu was given
    returns: a new array of floats, of the shape of x
    """
    # Your code here
    pass
