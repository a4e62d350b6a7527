"""KeyboardInterrupt inside a function."""

import numpy as np


def mse_loss(pred, target):
    raise KeyboardInterrupt



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
