"""Your mse_loss finds the right number but changes an array that belongs to its caller. Operators
such as `-=` write into the array they are applied to; the gradient would then see other
predictions."""

import numpy as np


def mse_loss(pred, target):
    pred -= target
    return np.mean(pred**2)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
