"""Your rows add up to more than 1: the share was handed out, but nobody gave it up."""

import numpy as np


def _log_softmax(logits):
    below = logits - logits.max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def smooth_labels(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[np.arange(len(labels)), labels] += 1
    return targets


def smoothed_cross_entropy(logits, labels, epsilon):
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    return float(-np.sum(targets * _log_softmax(logits)) / len(labels))


def smoothed_cross_entropy_backward(logits, labels, epsilon):
    targets = smooth_labels(labels, logits.shape[1], epsilon)
    return (np.exp(_log_softmax(logits)) - targets) / len(labels)
