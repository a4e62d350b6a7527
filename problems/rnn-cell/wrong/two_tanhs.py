"""Your input and your memory are squashed one by one. The sum belongs inside the tanh."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    return np.tanh(x @ w_x + b) + np.tanh(h @ w_h)


def rnn_forward(xs, h, w_x, w_h, b):
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):
        h = rnn_cell(xs[:, step], h, w_x, w_h, b)
        states[:, step] = h
    return states
