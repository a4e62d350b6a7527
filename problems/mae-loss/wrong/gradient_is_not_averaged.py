"""Your loss is right, but your gradient is too large. The loss is a mean: what is one element's
share of it?"""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    return np.sign(pred - target)
