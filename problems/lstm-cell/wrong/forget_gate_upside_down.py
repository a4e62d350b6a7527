"""Your forget gate forgets when it is open. In spite of its name, it says how much is kept."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = (1 - sigmoid(forget)) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
