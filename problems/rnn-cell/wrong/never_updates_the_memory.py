"""Your steps all start from the first memory. What one step leaves is where the next one begins."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    return np.tanh(x @ w_x + h @ w_h + b)


def rnn_forward(xs, h, w_x, w_h, b):
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):
        states[:, step] = rnn_cell(xs[:, step], h, w_x, w_h, b)
    return states
