"""Your rows are not on their own: a row far below the largest number of the array loses all its
exponentials. Each row needs a shift of its own."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max())
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum(axis=-1, keepdims=True)
    return p * (grad - average)
