"""Your loss averages along one axis only. In one dimension that leaves a number, but a table
keeps one mean per column, and the loss of the whole table is a single number."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2, axis=0)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
