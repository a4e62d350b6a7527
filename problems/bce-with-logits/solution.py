"""Binary cross-entropy of logits, and its gradient."""

import numpy as np


def _surprise(logits):
    """Return -log sigmoid(logits), without overflow and without rounding a small one to 0."""
    return np.logaddexp(0, -logits)  # log(1 + e^-z)


def bce_with_logits(logits, targets):
    """Return the mean over all elements of the binary cross-entropy as a float."""
    # Both terms are at least 0, so nothing cancels; 1 - sigmoid(z) is sigmoid(-z).
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    """Return d bce_with_logits / d logits, an array of logits' shape."""
    probabilities = np.exp(-_surprise(logits))
    return (probabilities - targets) / logits.size
