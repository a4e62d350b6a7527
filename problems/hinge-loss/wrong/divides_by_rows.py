"""Your results are right in one dimension only. `len` of a table counts its rows, but the mean is
over every element."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(missing.sum() / len(scores))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / len(scores)
