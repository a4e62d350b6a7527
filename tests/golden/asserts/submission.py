"""The submission's own assertion fails."""

import numpy as np


def mse_loss(pred, target):
    assert pred.ndim == 7, 'seven dimensions, please'



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
