"""Your variance divides by one less than the rows. That is the running variance; the batch itself was
normalised by the plain mean of the squares."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(np.sum((x - x.mean(axis=0)) ** 2, axis=0) / max(len(x) - 1, 1) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.mean(axis=0) - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * inner
    return grad_x, grad_gain, grad_bias
