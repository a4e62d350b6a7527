"""Your loss and your gradient are right for one element only. With several, their size should not
grow with the count."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.sum(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close
