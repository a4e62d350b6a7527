"""Your gradient belongs to a mean over every element, but your loss averages over something
smaller. Count what you divide by for a table of 2 rows and 5 columns."""

import numpy as np


def mse_loss(pred, target):
    return np.sum((pred - target) ** 2) / len(pred)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
