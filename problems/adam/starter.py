import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """Return one parameter and its two moments after a step of Adam.

    param:   array of floats, of any shape with at least one axis
    grad:    array of floats, the shape of param: the gradient of the loss at param
    m:       array of floats, the shape of param: the average of the gradients, at first zeros
    v:       array of floats, the shape of param: the average of their squares, at first zeros
    t:       the number of this step, an int: 1 for the first
    lr:      the learning rate, a float
    beta1:   how much of m is kept, a float from 0 up to, but not including, 1
    beta2:   how much of v is kept, likewise
    eps:     a float above 0, added to the root of v once its bias is corrected
    returns: a tuple (param, m, v) of three new arrays; m and v without the bias correction
    """
    # Your code here
    pass
