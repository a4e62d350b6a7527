"""Your loss averages along one axis only. A table of answers would keep one loss for each column;
what training needs is one number."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return np.mean(losses, axis=0)


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
