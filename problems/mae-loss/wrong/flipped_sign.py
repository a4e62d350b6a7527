"""Your loss is right, but your gradient points the other way. Raising a prediction that is too
large raises the loss."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    return np.sign(target - pred) / pred.size
