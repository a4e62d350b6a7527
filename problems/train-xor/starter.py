import numpy as np


def predict(params, x):
    """Return the network's outputs for a batch of examples.

    params:  list [W1, b1, W2, b2] of arrays of floats, of the shapes
             (n_in, n_hidden), (n_hidden,), (n_hidden, n_out), (n_out,)
    x:       array of floats, shape (batch, n_in)
    returns: array of floats, shape (batch, n_out)
    """
    # Your code here
    pass


def train(params, x, target, lr, steps):
    """Train the network by gradient descent on the mean squared error of the whole batch.

    params:  list [W1, b1, W2, b2] of arrays of floats, where training starts
    x:       array of floats, shape (batch, n_in)
    target:  array of floats, shape (batch, n_out)
    lr:      the learning rate, a float
    steps:   how many steps to take, an int, at least 1
    returns: a tuple (params, losses): a list of four new arrays, in the same order, and a list
             of floats, the loss before each step
    """
    # Your code here
    pass
