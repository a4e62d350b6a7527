"""Your loss is right, but your gradient depends on the score. Differentiate label times score once
more: which factor is left?"""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * scores * too_close / scores.size
