"""Your softmax is right, but your backward works with `x` itself. The slopes are written with the
probabilities, and `x` is what the softmax was given."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = x
    average = (grad * p).sum(axis=-1, keepdims=True)
    return p * (grad - average)
