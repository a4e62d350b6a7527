"""Your softmax is right, and your gradient too for a single row. With several, each row's average
belongs to that row alone."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum()
    return p * (grad - average)
