"""Your results are right in one dimension only. `len` of a table counts its rows, but the mean is
over every element."""

import numpy as np


def mae_loss(pred, target):
    return float(np.sum(np.abs(pred - target)) / len(pred))


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / len(pred)
