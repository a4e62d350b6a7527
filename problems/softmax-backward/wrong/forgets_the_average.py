"""Your gradient multiplies by the probabilities and stops there. Try a gradient that is the same
for all outputs: their sum is always 1, so nothing should happen."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    return p * grad
