"""Your loss becomes infinite, or no number at all, when the model is sure and wrong. The sigmoid
was rounded to 0 or 1; simplify its logarithm on paper, and no probability is needed."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    p = np.exp(-_surprise(logits))
    losses = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
