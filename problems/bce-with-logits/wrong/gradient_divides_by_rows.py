"""Your gradient is right in one dimension only. `len` of a table counts its rows, but the mean of
the loss is over every element."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / len(logits)
