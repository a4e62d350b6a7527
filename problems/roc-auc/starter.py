import numpy as np


def average_ranks(values):
    """Return the rank of every value, 1 for the smallest; equal values share the mean of theirs.

    values:  array of floats, shape (n,)
    returns: array of floats, shape (n,)
    """
    # Your code here
    pass


def roc_auc(y_true, scores):
    """Return the share of pairs in which the positive scores above the negative; a tie is half.

    y_true:  array of ints, shape (n,), 1 for positive and 0 for negative
    scores:  array of floats, shape (n,)
    returns: a float, nan if a class is missing
    """
    # Your code here
    pass
