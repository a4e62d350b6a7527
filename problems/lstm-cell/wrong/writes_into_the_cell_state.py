"""Your states are right, but the cell state that was passed in is overwritten. The backward pass
still needs it."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c *= sigmoid(forget)
    c += sigmoid(write) * np.tanh(candidate)
    c_new = c
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
