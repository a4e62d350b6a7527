"""Your loss wants every answer to be yes. A label of -1 turns the score around."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
