"""Your gradient of x treats the mean and the variance as constants. They are in evaluation; in training
every row of the batch moves them, and with them all the other rows."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
