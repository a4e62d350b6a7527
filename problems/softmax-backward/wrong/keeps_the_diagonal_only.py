"""Your gradient treats each output as if it depended on its own input only, as a sigmoid's does.
Here every input moves every output of its row."""

import numpy as np


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    p = softmax(x)
    return grad * p * (1 - p)
