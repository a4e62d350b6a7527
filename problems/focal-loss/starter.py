import numpy as np


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    """Return the mean focal loss between sigmoid(logits) and targets.

    logits:  array of floats, of any shape
    targets: array of floats, each 0 or 1, of the same shape
    gamma:   float from 0 to 10, how strongly easy examples are turned down
    alpha:   float from 0 to 1, the weight of a target 1; a target 0 has 1 - alpha
    returns: a float
    """
    # Your code here
    pass


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    """Return the gradient of focal_loss with respect to logits.

    logits:  array of floats, of any shape
    targets: array of floats, each 0 or 1, of the same shape
    gamma:   float from 0 to 10, how strongly easy examples are turned down
    alpha:   float from 0 to 1, the weight of a target 1; a target 0 has 1 - alpha
    returns: array of floats, of the shape of logits
    """
    # Your code here
    pass
