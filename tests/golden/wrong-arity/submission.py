"""A function that takes one argument."""

import numpy as np


def mse_loss(pred):
    return float(np.mean(pred**2))


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
