"""Your rows are not on their own: a row far below the largest logit of the batch loses all its
exponentials. Each row needs a shift of its own."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max()
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    return float(-np.mean(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / len(labels)
