"""Cross-entropy of a softmax over integer labels, and its gradient."""

import numpy as np


def _log_softmax(logits):
    """Return the logarithm of each row's softmax; finite for every finite row."""
    below = logits - logits.max(axis=1, keepdims=True)  # at most 0: no exponential overflows
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))  # log of 1 or more


def softmax_cross_entropy(logits, labels):
    """Return the mean over the rows of -log softmax(row)[label] as a float."""
    rows = np.arange(len(labels))
    return float(-np.mean(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    """Return d softmax_cross_entropy / d logits, an array of logits' shape."""
    gradient = np.exp(_log_softmax(logits))  # a new array: the caller's is not written to
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / len(labels)
