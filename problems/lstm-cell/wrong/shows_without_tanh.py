"""Your hidden state can grow beyond 1. The cell state is squashed before it is shown."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * c_new, c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
