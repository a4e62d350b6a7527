"""Your function works with the usual eps, whatever the caller asks for. The way back has to use the one of
the way forward."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + 1e-5)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.mean(axis=0) - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
