"""Misspells one name, and returns nothing in the other function."""

import numpy as np


def mse_loss(pred, target):
    difference = pred - target
    return float(np.mean(diference**2))


def mse_loss_backward(pred, target):
    gradient = 2 * (pred - target) / pred.size
    print(gradient.shape)
