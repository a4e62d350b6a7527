"""Your gradient has the right values but is written over one of the arrays you were given. A
second name for an array is not a copy of it."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2)


def mse_loss_backward(pred, target):
    gradient = pred
    gradient -= target
    gradient *= 2 / pred.size
    return gradient
