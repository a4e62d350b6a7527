import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    """Return hidden state and cell state after one step.

    x:       array of floats, shape (B, D)
    h, c:    arrays of floats, shape (B, H), the states before the step
    w_x:     array of floats, shape (D, 4 * H): input gate, forget gate, candidate, output gate
    w_h:     array of floats, shape (H, 4 * H), in the same order
    b:       array of floats, shape (4 * H,), in the same order
    returns: a tuple (h_new, c_new) of arrays of floats, shape (B, H)
    """
    # Your code here
    pass
