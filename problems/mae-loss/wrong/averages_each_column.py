"""Your loss averages along one axis only. A table keeps one mean for each column then, and the loss
is a single number."""

import numpy as np


def mae_loss(pred, target):
    return np.mean(np.abs(pred - target), axis=0)


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / pred.size
