"""Your first two gates have changed places. Libraries differ in the order of the four parts; the
weights here have the input gate first."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    forget, write, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
    return sigmoid(show) * np.tanh(c_new), c_new


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
