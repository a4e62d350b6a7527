"""The two corrections in your gradient of x are too large, the more rows there are. One input is only one
of N in the mean and in the variance."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.sum(axis=0) - normalised * np.sum(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
