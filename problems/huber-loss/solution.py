"""Huber loss over all elements, and its gradient."""

import numpy as np


def huber_loss(pred, target, delta=1.0):
    """Return the mean over all elements of the Huber loss as a float."""
    size = np.abs(pred - target)
    squared = np.minimum(size, delta)  # the part that enters as a square; at most delta
    return float(np.mean(squared * (size - squared / 2)))


def huber_loss_backward(pred, target, delta=1.0):
    """Return d huber_loss / d pred, an array of pred's shape."""
    # mutant: pred - target, -delta -> -delta, pred - target -- the larger of the two, either way
    return np.clip(pred - target, -delta, delta) / pred.size
