import numpy as np


def bce_with_logits(logits, targets):
    """Return the mean binary cross-entropy between sigmoid(logits) and targets.

    logits:  array of floats, of any shape
    targets: array of floats from 0 to 1, of the same shape
    returns: a float
    """
    # Your code here
    pass


def bce_with_logits_backward(logits, targets):
    """Return the gradient of bce_with_logits with respect to logits.

    logits:  array of floats, of any shape
    targets: array of floats from 0 to 1, of the same shape
    returns: array of floats, of the shape of logits
    """
    # Your code here
    pass
