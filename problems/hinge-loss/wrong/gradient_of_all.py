"""Your loss is right, but your gradient still pulls at answers that are clear enough. What does an
element that costs nothing have to learn?"""

import numpy as np


def hinge_loss(scores, labels):
    missing = np.maximum(0, 1 - labels * scores)
    return float(np.mean(missing))


def hinge_loss_backward(scores, labels):
    return -labels / scores.size
