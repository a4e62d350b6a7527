import numpy as np


def softmax_cross_entropy(logits, labels):
    """Return the mean cross-entropy between the softmax of each row and its label.

    logits:  array of floats, shape (N, C)
    labels:  array of integers from 0 to C - 1, shape (N,)
    returns: a float
    """
    # Your code here
    pass


def softmax_cross_entropy_backward(logits, labels):
    """Return the gradient of softmax_cross_entropy with respect to logits.

    logits:  array of floats, shape (N, C)
    labels:  array of integers from 0 to C - 1, shape (N,)
    returns: array of floats, shape (N, C)
    """
    # Your code here
    pass
