"""Your input gate is taken as what the forget gate leaves. There are such cells, but this one has
two gates that decide on their own."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + (1 - sigmoid(forget)) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
