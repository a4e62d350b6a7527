"""Your loss is right, but your gradient pulls every score up. Which way should the score of a no
go?"""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -1.0 * too_close / scores.size
