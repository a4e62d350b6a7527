"""Your loss takes the mean first and the absolute value afterwards. By then the differences have
cancelled."""

import numpy as np


def mae_loss(pred, target):
    return float(np.abs(np.mean(pred - target)))


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / pred.size
