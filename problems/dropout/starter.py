import numpy as np


def dropout_forward(x, p, rng, training=True):
    """Return the output of a dropout layer, and the mask that it used.

    x:        array of floats, of any shape
    p:        the probability that an entry is dropped, a float, 0 <= p < 1
    rng:      a numpy.random.Generator, asked once, by rng.random(x.shape), while training
    training: False in evaluation, where nothing is dropped
    returns:  tuple (out, mask) of arrays of floats, both of the shape of x
    """
    # Your code here
    pass


def dropout_backward(grad, mask):
    """Return the gradient of the loss with respect to x.

    grad:    array of floats, the gradient with respect to the layer's output
    mask:    array of floats of the same shape, as dropout_forward returned it
    returns: array of floats, of the same shape
    """
    # Your code here
    pass
