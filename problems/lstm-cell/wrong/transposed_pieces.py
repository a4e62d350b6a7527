"""Your parts are every fourth column. The columns of one part stand side by side: all of the input
gate first."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    total = x @ w_x + h @ w_h + b
    write, forget, candidate, show = (total[:, part::4] for part in range(4))
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
