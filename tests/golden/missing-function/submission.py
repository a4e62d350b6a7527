"""One of the required functions is not there."""

import numpy as np


def mse_loss(pred, target):
    return float(np.mean((pred - target) ** 2))
