import numpy as np


def kl_divergence(p, q):
    """Return the mean over the rows of the Kullback-Leibler divergence KL(p || q), in nats.

    p:       array of floats, shape (N, C), each row a distribution: how things are
    q:       array of floats, shape (N, C), each row a distribution: what is believed
    returns: a float, perhaps infinite
    """
    # Your code here
    pass


def kl_divergence_backward(p, q):
    """Return the gradient of kl_divergence with respect to q.

    p:       array of floats, shape (N, C), each row a distribution
    q:       array of floats, shape (N, C), above 0 wherever p is
    returns: array of floats, shape (N, C)
    """
    # Your code here
    pass
