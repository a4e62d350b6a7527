"""Your gradient still pulls at a margin of exactly 1. There are two sides to choose from at the
corner; the statement says which."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores <= 1
    return -labels * too_close / scores.size
