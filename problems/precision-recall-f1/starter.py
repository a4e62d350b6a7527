import numpy as np


def class_scores(y_true, y_pred, k):
    """Return three scores of every class; 0.0 where the divisor is 0.

    y_true:  array of ints from 0 to k - 1, shape (n,)
    y_pred:  array of ints from 0 to k - 1, shape (n,)
    k:       int, the number of classes
    returns: tuple (precision, recall, f1) of float arrays, shape (k,)
    """
    # Your code here
    pass


def mean_f1(y_true, y_pred, k, average):
    """Return the F1 of all classes together.

    y_true:  array of ints from 0 to k - 1, shape (n,)
    y_pred:  array of ints from 0 to k - 1, shape (n,)
    k:       int, the number of classes
    average: "macro", "weighted" or "micro"
    returns: a float
    """
    # Your code here
    pass
