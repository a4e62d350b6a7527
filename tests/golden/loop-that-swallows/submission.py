"""An endless loop that catches everything."""

import numpy as np


def mse_loss(pred, target):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
