"""Your exponentials overflow for large inputs, or all become 0 for very negative ones. What may
be taken off a whole row without changing its softmax?"""

import numpy as np


def softmax(x):
    powers = np.exp(x)
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    average = (grad * p).sum(axis=-1, keepdims=True)
    return p * (grad - average)
