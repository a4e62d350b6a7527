import numpy as np


def xavier_normal(n_in, n_out, rng):
    """Return normally distributed weights with the variance of Xavier.

    n_in:    the number of inputs of the layer, an int of at least 1
    n_out:   the number of outputs, an int of at least 1
    rng:     a numpy.random.Generator, asked once
    returns: array of floats, shape (n_in, n_out)
    """
    # Your code here
    pass


def xavier_uniform(n_in, n_out, rng):
    """Return uniformly distributed weights with the variance of Xavier.

    n_in:    the number of inputs of the layer, an int of at least 1
    n_out:   the number of outputs, an int of at least 1
    rng:     a numpy.random.Generator, asked once
    returns: array of floats, shape (n_in, n_out)
    """
    # Your code here
    pass


def he_normal(n_in, n_out, rng):
    """Return normally distributed weights with the variance of He.

    n_in:    the number of inputs of the layer, an int of at least 1
    n_out:   the number of outputs, an int of at least 1
    rng:     a numpy.random.Generator, asked once
    returns: array of floats, shape (n_in, n_out)
    """
    # Your code here
    pass


def he_uniform(n_in, n_out, rng):
    """Return uniformly distributed weights with the variance of He.

    n_in:    the number of inputs of the layer, an int of at least 1
    n_out:   the number of outputs, an int of at least 1
    rng:     a numpy.random.Generator, asked once
    returns: array of floats, shape (n_in, n_out)
    """
    # Your code here
    pass
