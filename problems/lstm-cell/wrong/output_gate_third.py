"""Your candidate and output gate have changed places. The last quarter of the columns is a gate,
the third is what may be written."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, show, candidate = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
