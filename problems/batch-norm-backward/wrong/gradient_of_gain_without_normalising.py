"""Your gradient of the gain multiplies by x as it came. On the way forward the gain is multiplied by
something else."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * x, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.mean(axis=0) - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
