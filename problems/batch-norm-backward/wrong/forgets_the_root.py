"""Your gradient of x has the wrong size. A feature that varies a lot is squeezed on the way forward: what
was the centred column divided by?"""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    root = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / root
    grad_gain = np.sum(grad * normalised, axis=0)
    grad_bias = grad.sum(axis=0)
    inner = grad - grad.mean(axis=0) - normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain * inner
    return grad_x, grad_gain, grad_bias
