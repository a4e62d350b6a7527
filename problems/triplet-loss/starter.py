import numpy as np


def triplet_loss(anchor, positive, negative, margin=0.2):
    """Return the mean triplet loss, with squared Euclidean distances.

    anchor:   array of floats, shape (N, D)
    positive: array of floats, shape (N, D), row by row what should be close to the anchor
    negative: array of floats, shape (N, D), row by row what should be farther away
    margin:   float, how much farther in squared distance
    returns:  a float
    """
    # Your code here
    pass


def triplet_loss_backward(anchor, positive, negative, margin=0.2):
    """Return the gradients of triplet_loss with respect to the three arrays of points.

    anchor:   array of floats, shape (N, D)
    positive: array of floats, shape (N, D)
    negative: array of floats, shape (N, D)
    margin:   float
    returns:  tuple of three arrays of floats, shape (N, D) each: for anchor, positive, negative
    """
    # Your code here
    pass
