"""Your gradient is too small, most of all where the model is sure. The slope of the sigmoid cancels
when loss and sigmoid are differentiated together."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    slopes = probabilities * (1 - probabilities)
    return (probabilities - targets) * slopes / logits.size
