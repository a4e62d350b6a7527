"""Your loss counts the elements whose answer is yes only. A confident yes to a question whose
answer is no should cost something, too."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
