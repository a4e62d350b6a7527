"""Your loss and your gradient are right for one example only. With several, their size should not
grow with the batch."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    return float(-np.sum(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient
