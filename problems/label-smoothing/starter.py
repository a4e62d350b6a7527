import numpy as np


def smooth_labels(labels, classes, epsilon):
    """Return the smoothed one-hot targets of the labels.

    labels:  array of integers from 0 to classes - 1, shape (N,)
    classes: integer, the number of classes C
    epsilon: float from 0 to 1, the share that is divided among all classes
    returns: array of floats, shape (N, C)
    """
    # Your code here
    pass


def smoothed_cross_entropy(logits, labels, epsilon):
    """Return the mean cross-entropy between the smoothed labels and the softmax of each row.

    logits:  array of floats, shape (N, C)
    labels:  array of integers from 0 to C - 1, shape (N,)
    epsilon: float from 0 to 1
    returns: a float
    """
    # Your code here
    pass


def smoothed_cross_entropy_backward(logits, labels, epsilon):
    """Return the gradient of smoothed_cross_entropy with respect to logits.

    logits:  array of floats, shape (N, C)
    labels:  array of integers from 0 to C - 1, shape (N,)
    epsilon: float from 0 to 1
    returns: array of floats, shape (N, C)
    """
    # Your code here
    pass
