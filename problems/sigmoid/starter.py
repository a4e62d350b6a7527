import numpy as np


def sigmoid(x):
    """Return the logistic sigmoid of each element, without overflow.

    x:       array of floats, of any shape
    returns: array of floats, of the shape of x, each in [0, 1]
    """
    # Your code here
    pass


def sigmoid_backward(grad, x):
    """Return the gradient of the loss with respect to x, the input of sigmoid.

    grad:    array of floats, the gradient of the loss with respect to sigmoid(x)
    x:       array of floats, of the same shape, what sigmoid was given
    returns: array of floats, of the shape of x
    """
    # Your code here
    pass
