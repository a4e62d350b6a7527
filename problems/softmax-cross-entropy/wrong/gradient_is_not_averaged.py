"""Your loss is right, and your gradient too as long as there is one example. The loss is a mean
over the rows: what does that do to its slope?"""

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
    return gradient
