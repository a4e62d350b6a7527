import numpy as np


def sgd_step(params, grads, lr):
    """Return the parameters after one step of gradient descent.

    params:  list of arrays of floats, of any shapes
    grads:   list of arrays of floats, the gradient of the loss with respect to each parameter
    lr:      the learning rate, a float
    returns: a new list of new arrays, in the order of params
    raises:  ValueError if the lists differ in length
    """
    # Your code here
    pass
