"""A known mistake: the mean over rows only."""

import numpy as np


def mse_loss(pred, target):
    return float(np.sum((pred - target) ** 2) / len(pred))


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / len(pred)
