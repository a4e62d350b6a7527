"""The softmax along the last axis, and its gradient."""

import numpy as np


def softmax(x):
    """Return each row's exponentials divided by their sum, at any magnitude."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))  # the largest is 1: no overflow
    return powers / powers.sum(axis=-1, keepdims=True)


def softmax_backward(grad, x):
    """Return the gradient with respect to x, given grad, the one with respect to softmax(x)."""
    p = softmax(x)
    average = (grad * p).sum(axis=-1, keepdims=True)  # a row's gradient, weighted by p
    return p * (grad - average)
