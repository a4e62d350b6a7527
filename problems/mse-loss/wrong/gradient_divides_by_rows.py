"""Your loss is right, and your gradient too as long as there is one column. In wider arrays the
gradient has to divide by the same count as the loss, and rows are not elements."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / len(pred)
