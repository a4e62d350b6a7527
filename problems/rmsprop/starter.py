import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    """Return one parameter and its average of squared gradients after a step of RMSProp.

    param:      array of floats, of any shape with at least one axis
    grad:       array of floats, the shape of param: the gradient of the loss at param
    square_avg: array of floats, the shape of param: what the last step returned, at first zeros
    lr:         the learning rate, a float
    alpha:      how much of the average is kept, a float from 0 up to, but not including, 1
    eps:        a float above 0, added to the root of the average
    returns:    a tuple (param, square_avg) of two new arrays
    """
    # Your code here
    pass
