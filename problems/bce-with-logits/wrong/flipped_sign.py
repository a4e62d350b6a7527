"""Your loss is right, but your gradient points the other way. Where the answer is yes, raising the
logit lowers the loss."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (targets - probabilities) / logits.size
