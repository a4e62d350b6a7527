"""Your results leave the clear answers out of the count. They cost nothing, but they take part in
the mean."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(missing.sum() / max(np.count_nonzero(missing), 1))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / max(too_close.sum(), 1)
