"""Returns NaN."""

import numpy as np


def mse_loss(pred, target):
    return float('nan')



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
