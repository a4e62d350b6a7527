import numpy as np


def hinge_loss(scores, labels):
    """Return the mean hinge loss of the scores.

    scores:  array of floats, of any shape
    labels:  array of floats, each 1 or -1, of the same shape
    returns: a float
    """
    # Your code here
    pass


def hinge_loss_backward(scores, labels):
    """Return the subgradient of hinge_loss with respect to scores that is 0 at a margin of 1.

    scores:  array of floats, of any shape
    labels:  array of floats, each 1 or -1, of the same shape
    returns: array of floats, of the shape of scores
    """
    # Your code here
    pass
