"""Your probabilities add up to 1 along the first axis. For a single row that is the same; with
more axes, the last one is the row."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum(axis=0, keepdims=True)
    return p * (grad - average)
