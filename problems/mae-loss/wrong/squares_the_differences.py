"""Your loss and your gradient are those of the mean squared error. Here a difference counts as it
is, without its sign; what does that do to the slope?"""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean((pred - target) ** 2))


def mae_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
