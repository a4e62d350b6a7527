"""Your loss rewards answers that are clearer than they need to be: it becomes negative. What should
more than enough cost?"""

import numpy as np


def hinge_loss(scores, labels):
    missing = 1 - labels * scores
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    too_close = labels * scores < 1
    return -labels * too_close / scores.size
