"""Your loss treats the labels as if a no were 0: they are turned into signs a second time. Here a
no is already -1."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - (2 * labels - 1) * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
