import numpy as np


def linear_forward(x, W, b):
    """Return the outputs of a linear layer for a batch of examples.

    x:       array of floats, shape (batch, n_in), one example per row
    W:       array of floats, shape (n_in, n_out), the weights
    b:       array of floats, shape (n_out,), the biases
    returns: array of floats, shape (batch, n_out)
    """
    # Your code here
    pass
