"""Your loss stops growing at some point: a constant inside the logarithm hides how wrong a
confident answer was. Simplify the logarithm of the fraction first, and nothing needs
protection."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(below)
    return np.log(powers / powers.sum(axis=1, keepdims=True) + 1e-12)


def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    return float(-np.mean(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / len(labels)
