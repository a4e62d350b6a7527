import numpy as np


def average_ranks(values):
    """Return the rank of every value, from 1; equal values share their mean.

    values:  array of floats, shape (n,)
    returns: array of floats, shape (n,)
    """
    # Your code here
    pass


def roc_auc(y_true, scores):
    """Return the share of pairs that the positive wins; a tie is half.

    y_true:  array of ints, shape (n,), 1 for positive and 0 for negative
    scores:  array of floats, shape (n,)
    returns: a float, nan if a class is missing
    """
    # Your code here
    pass
