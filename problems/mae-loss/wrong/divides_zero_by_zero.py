"""Your gradient is not a number where a prediction is exactly right: a difference of 0 is divided
by itself. The statement says what the slope should be there."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    difference = pred - target
    return difference / np.abs(difference) / pred.size
