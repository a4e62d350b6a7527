"""Your gradient still pulls at predictions that are right. A comparison has two outcomes, but here
there are three cases."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    return np.where(pred >= target, 1.0, -1.0) / pred.size
