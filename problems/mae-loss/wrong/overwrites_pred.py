"""Your results are right, but the caller's `pred` is not what it was. `-=` writes into the array
that was passed in."""

import numpy as np


def mae_loss(pred, target):
    pred -= target
    return float(np.mean(np.abs(pred)))


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / pred.size
