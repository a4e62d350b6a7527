import numpy as np


def split_heads(x, n_heads):
    """Cut the vector of every token into one piece per head.

    x:       array of floats, shape (B, T, D)
    n_heads: an int, the number of heads H
    returns: array of floats, shape (B, H, T, D / H)
    raises:  ValueError if n_heads does not divide D
    """
    # Your code here
    pass


def join_heads(heads):
    """Put the pieces of every token side by side again.

    heads:   array of floats, shape (B, H, T, D / H)
    returns: array of floats, shape (B, T, D)
    """
    # Your code here
    pass
