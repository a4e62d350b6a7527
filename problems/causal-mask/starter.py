import numpy as np


def causal_mask(length):
    """Return which token may look at which: each at itself and at those before it.

    length:  an int, the number of tokens
    returns: array of bools, shape (length, length), a row for each token that looks
    """
    # Your code here
    pass


def masked_softmax(scores, mask):
    """Return the softmax over the allowed columns of every row.

    scores:  array of floats, shape (..., Tq, Tk)
    mask:    array of bools, shape (Tq, Tk), True where the query may look at the key
    returns: array of floats, the shape of scores, exactly 0 where mask is False
    """
    # Your code here
    pass
