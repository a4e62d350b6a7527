import numpy as np


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    """Return one parameter and its velocity after a step with Nesterov momentum.

    param:    array of floats, of any shape with at least one axis
    grad:     array of floats, the shape of param: the gradient of the loss at param
    velocity: array of floats, the shape of param: what the last step returned, at first zeros
    lr:       the learning rate, a float
    momentum: a float from 0 up to, but not including, 1: how much of the velocity is kept
    returns:  a tuple (param, velocity) of two new arrays
    """
    # Your code here
    pass
