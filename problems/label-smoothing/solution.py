"""Cross-entropy of a softmax with smoothed labels, and its gradient."""

import numpy as np


def _log_softmax(logits):
    """Return the logarithm of each row's softmax; finite for every finite row."""
    below = logits - logits.max(axis=1, keepdims=True)  # at most 0: no exponential overflows
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def smooth_labels(labels, classes, epsilon):
    """Return the targets: a share of epsilon for all classes together, the rest for the label."""
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[np.arange(len(labels)), labels] += 1 - epsilon
    return targets


def smoothed_cross_entropy(logits, labels, epsilon):
    """Return the mean over the rows of the cross-entropy with smoothed targets as a float."""
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    return float(-np.sum(targets * _log_softmax(logits)) / len(labels))


def smoothed_cross_entropy_backward(logits, labels, epsilon):
    """Return d smoothed_cross_entropy / d logits, an array of logits' shape."""
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    return (np.exp(_log_softmax(logits)) - targets) / len(labels)
