"""Your hidden state shows what the cell held before the step. What has just been written should be
seen at once."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
