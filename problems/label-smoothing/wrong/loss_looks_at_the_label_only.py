"""Your loss still asks for the right class alone, so being surer is always better. The other
classes have a target of their own now."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def smooth_labels(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[np.arange(len(labels)), labels] += 1 - epsilon
    return targets


def smoothed_cross_entropy(logits, labels, epsilon):
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    rows = np.arange(len(labels))
    return float(-np.mean((targets * _log_softmax(logits))[rows, labels]))


def smoothed_cross_entropy_backward(logits, labels, epsilon):
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    return (np.exp(_log_softmax(logits)) - targets) / len(labels)
