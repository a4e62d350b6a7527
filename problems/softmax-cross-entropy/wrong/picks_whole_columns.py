"""Your loss looks at too many entries: a colon with the labels picks a column for each label,
from every row. Each row has one entry that counts."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def softmax_cross_entropy(logits, labels):
    return float(-np.mean(_log_softmax(logits)[:, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[:, labels] -= 1
    return gradient / len(labels)
