"""An endless loop inside a function."""

import numpy as np


def mse_loss(pred, target):
    while True:
        pass



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
