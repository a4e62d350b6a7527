import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    """Return the memory after one step.

    x:       array of floats, shape (B, D)
    h:       array of floats, shape (B, H), the memory before the step
    w_x:     array of floats, shape (D, H)
    w_h:     array of floats, shape (H, H)
    b:       array of floats, shape (H,)
    returns: array of floats, shape (B, H)
    """
    # Your code here
    pass


def rnn_forward(xs, h, w_x, w_h, b):
    """Return the memories after all steps.

    xs:      array of floats, shape (B, T, D)
    h:       array of floats, shape (B, H), the memory before the first step
    w_x, w_h, b: the weights of the cell
    returns: array of floats, shape (B, T, H)
    """
    # Your code here
    pass
