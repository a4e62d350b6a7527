"""Your loss is content with the right sign. That is the perceptron's loss; this one asks for a
margin as well."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, -labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 0
    return -labels * too_close / scores.size
