"""Your result holds the memories before the steps: it begins with the one that was passed in, and
the last is missing."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    return np.tanh(x @ w_x + h @ w_h + b)


def rnn_forward(xs, h, w_x, w_h, b):
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):
        states[:, step] = h
        h = rnn_cell(xs[:, step], h, w_x, w_h, b)
    return states
