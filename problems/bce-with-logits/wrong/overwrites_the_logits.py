"""Your results are right, but the caller's logits are not what they were. A `*=` or an `out=`
writes into the array that was passed in."""

import numpy as np


def _surprise(logits):
    return np.logaddexp(0, -logits)


def bce_with_logits(logits, targets):
    losses = targets * _surprise(logits) + (1 - targets) * _surprise(-logits)
    return float(np.mean(losses))


def bce_with_logits_backward(logits, targets):
    logits[...] = np.exp(-_surprise(logits))
    return (logits - targets) / logits.size
