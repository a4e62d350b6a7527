"""Your loss lets clear answers pay for wrong ones: the mean is taken first, and cut off
afterwards."""

import numpy as np


def hinge_loss(scores, labels):
    missing = 1 - labels * scores
    return float(max(0, np.mean(missing)))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
