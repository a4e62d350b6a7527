"""Hinge loss over all elements, and its subgradient."""

import numpy as np


def hinge_loss(scores, labels):
    """Return the mean of what is missing to a margin of 1 as a float."""
    missing = np.maximum(0, 1 - labels * scores)  # more than enough earns nothing
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    """Return the subgradient of hinge_loss with respect to scores, an array of their shape."""
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
