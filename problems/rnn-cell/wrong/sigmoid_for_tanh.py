"""Your memory is between 0 and 1. That is the other function with an S shape; the one that is asked
for can be negative, too."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    return 1 / (1 + np.exp(-(x @ w_x + h @ w_h + b)))


def rnn_forward(xs, h, w_x, w_h, b):
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):
        h = rnn_cell(xs[:, step], h, w_x, w_h, b)
        states[:, step] = h
    return states
