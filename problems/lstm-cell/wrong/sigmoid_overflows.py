"""Your gates become numbers that are none far away from 0. A quotient of two exponentials is
infinite above and below; the sigmoid can be written without that."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
