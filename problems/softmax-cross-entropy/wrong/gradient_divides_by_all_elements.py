"""Your loss is right, but your gradient is too small by one factor. Count what the mean of the
loss runs over: examples, not logits."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    return float(-np.mean(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / logits.size
