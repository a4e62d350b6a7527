"""One step of a long short-term memory."""

import numpy as np


def lstm_cell(x, h, c, w_x, w_h, b):
    """Return (h_new, c_new), both of shape (B, H)."""
    write, forget, candidate, show = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    c_new = _sigmoid(forget) * c + _sigmoid(write) * np.tanh(candidate)
    return _sigmoid(show) * np.tanh(c_new), c_new


def _sigmoid(z):
    """Return 1 / (1 + exp(-z)) by way of tanh, which never overflows."""
    return (1 + np.tanh(z / 2)) / 2
