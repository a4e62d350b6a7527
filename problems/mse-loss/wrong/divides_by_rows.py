"""Your loss and your gradient are right in one dimension only. `len` of a table counts its rows,
but the mean is over every element."""

import numpy as np


def mse_loss(pred, target):
    return np.sum((pred - target) ** 2) / len(pred)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / len(pred)
