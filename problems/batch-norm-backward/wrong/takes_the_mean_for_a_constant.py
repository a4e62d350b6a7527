"""Your gradient of x knows that an input moves the variance, but not that it moves the mean. Raise all
rows alike: what changes in the output?"""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
