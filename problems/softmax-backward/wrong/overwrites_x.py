"""Your results are right, but the caller's `x` is not what it was. `-=` writes into the array
that was passed in."""

import numpy as np


def softmax(x):
    x -= x.max(axis=-1, keepdims=True)
    powers = np.exp(x)
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum(axis=-1, keepdims=True)
    return p * (grad - average)
