import numpy as np


def mae_loss(pred, target):
    """Return the mean absolute error of the predictions.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    returns: a float
    """
    # Your code here
    pass


def mae_loss_backward(pred, target):
    """Return the subgradient of mae_loss with respect to pred that is 0 where they are equal.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    returns: array of floats, of the shape of pred
    """
    # Your code here
    pass
