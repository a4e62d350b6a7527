import numpy as np


def mse_loss(pred, target):
    """Return the mean squared error of the predictions.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    returns: a float
    """
    # Your code here
    pass


def mse_loss_backward(pred, target):
    """Return the gradient of mse_loss with respect to pred.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    returns: array of floats, of the shape of pred
    """
    # Your code here
    pass
