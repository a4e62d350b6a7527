"""The generators start every test alike."""

import random

import numpy as np

FIRST = random.random(), float(np.random.rand())


def mse_loss(pred, target):
    print(FIRST)
    return float(np.mean((pred - target) ** 2))


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
