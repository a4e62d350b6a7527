"""Your memory is multiplied entry by entry. Each new entry should depend on all the old ones."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    return np.tanh(x @ w_x + h * np.diag(w_h) + b)


def rnn_forward(xs, h, w_x, w_h, b):
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):
        h = rnn_cell(xs[:, step], h, w_x, w_h, b)
        states[:, step] = h
    return states
