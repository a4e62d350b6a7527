"""The backward pass of batch normalisation in training."""

import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    """Return the gradients with respect to x, gain and bias."""
    centred = x - x.mean(axis=0)
    root = np.sqrt(np.mean(centred**2, axis=0) + eps)
    normalised = centred / root
    # Raising a whole column, or stretching it, is undone by the normalisation: what would do so
    # is taken out of the gradient.
    along_shift = grad.mean(axis=0)
    along_stretch = normalised * np.mean(grad * normalised, axis=0)
    grad_x = gain / root * (grad - along_shift - along_stretch)
    return grad_x, np.sum(grad * normalised, axis=0), grad.sum(axis=0)
