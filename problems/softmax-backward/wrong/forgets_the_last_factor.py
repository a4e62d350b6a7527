"""Your gradient takes the right average off, but an input whose output has hardly any probability
hardly matters. Which factor says so?"""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum(axis=-1, keepdims=True)
    return grad - average
