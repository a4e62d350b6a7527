"""Your loss is right, but your gradient points the other way. Where the answer should be yes,
raising the score lowers the loss."""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return labels * too_close / scores.size
