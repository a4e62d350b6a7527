"""Prints far more than anybody reads."""

import numpy as np


def mse_loss(pred, target):
    for i in range(800):
        print('line', i, 'x' * 100)
    return float(np.mean((pred - target) ** 2))



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
