"""Both of your functions change the arrays they are given. Operators such as `-=` write into the
caller's array; an expression that makes a new array leaves it alone."""

import numpy as np


def mse_loss(pred, target):
    pred -= target
    return np.mean(pred**2)


def mse_loss_backward(pred, target):
    pred -= target
    pred *= 2 / pred.size
    return pred
