"""Inverted dropout: the layer, and the way back through it."""

import numpy as np


def dropout_forward(x, p, rng, training=True):
    """Return x with a random share p of its entries dropped, and the mask it was multiplied by."""
    if not training:
        return x.copy(), np.ones(x.shape)
    kept = rng.random(x.shape) >= p
    # Dividing by the chance of being kept leaves the expected value of every entry as it was.
    mask = kept / (1.0 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    """Return the gradient with respect to x, given the one with respect to the output."""
    return grad * mask
