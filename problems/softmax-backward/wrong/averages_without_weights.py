"""Your gradient takes off the plain mean of the row's gradient. In the chain rule's sum, each
output's gradient comes with a factor of its own."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = grad.mean(axis=-1, keepdims=True)
    return p * (grad - average)
