"""Your gates look at the input only. What they decide should depend on what has been read so
far."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
