"""Your variance is right on paper, and loses its digits when a feature lies far from 0: two huge numbers
that are nearly equal are subtracted."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(np.maximum(np.mean(x * x, axis=0) - x.mean(axis=0) ** 2, 0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.mean(axis=0) - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
