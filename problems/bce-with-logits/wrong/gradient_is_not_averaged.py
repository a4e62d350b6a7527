"""Your loss is right, and your gradient too for a single element. The loss is a mean: what does
that do to each slope?"""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return probabilities - targets
