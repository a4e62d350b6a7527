"""Your loss stops growing when the model is sure and wrong. Clipping keeps the logarithm finite,
but it hides the worst mistakes; the logit still knows how wrong they are."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    p = np.clip(np.exp(-_surprise(logits)), 1e-12, 1 - 1e-12)
    losses = -(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
