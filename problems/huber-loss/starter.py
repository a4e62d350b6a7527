import numpy as np


def huber_loss(pred, target, delta=1.0):
    """Return the mean Huber loss of the predictions.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    delta:   float above 0, the difference up to which the loss is quadratic
    returns: a float
    """
    # Your code here
    pass


def huber_loss_backward(pred, target, delta=1.0):
    """Return the gradient of huber_loss with respect to pred.

    pred:    array of floats, of any shape
    target:  array of floats, of the same shape
    delta:   float above 0, the difference up to which the loss is quadratic
    returns: array of floats, of the shape of pred
    """
    # Your code here
    pass
