"""Your exponentials overflow for large logits, or all become 0 for very negative ones. What may
be taken off every logit of a row without changing its softmax?"""

import numpy as np


def _log_softmax(logits):
    below = logits
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    return float(-np.mean(_log_softmax(logits)[rows, labels]))


def softmax_cross_entropy_backward(logits, labels):
    gradient = np.exp(_log_softmax(logits))
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / len(labels)
