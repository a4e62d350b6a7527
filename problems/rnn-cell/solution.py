"""A recurrent cell with tanh, and the loop that reads a sequence with it."""

import numpy as np


def rnn_cell(x, h, w_x, w_h, b):
    """Return the memory after one step, shape (B, H)."""
    return np.tanh(x @ w_x + h @ w_h + b)


def rnn_forward(xs, h, w_x, w_h, b):
    """Return the memory after every step of xs, shape (B, T, H)."""
    texts, steps, _ = xs.shape
    states = np.empty((texts, steps, h.shape[1]))
    for step in range(steps):  # no way around the loop: each step needs the one before
        h = rnn_cell(xs[:, step], h, w_x, w_h, b)
        states[:, step] = h
    return states
