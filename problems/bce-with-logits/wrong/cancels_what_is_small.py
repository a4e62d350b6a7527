"""Your loss is finite everywhere, but 0 where the model is sure and right: two large numbers are
subtracted, and what should be left is lost."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = _surprise(-logits) - logits * targets
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
