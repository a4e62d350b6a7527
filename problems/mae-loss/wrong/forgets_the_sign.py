"""Your loss lets differences of opposite signs cancel: one prediction too high and one too low
would look perfect together."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(pred - target))


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / pred.size
