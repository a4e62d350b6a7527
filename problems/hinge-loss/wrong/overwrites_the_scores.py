"""Your results are right, but the caller's scores are not what they were. `*=` writes into the
array that was passed in."""

import numpy as np


def hinge_loss(scores, labels):
    scores *= labels
    missing = np.maximum(0, 1 - scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
