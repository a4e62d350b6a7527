"""sys.exit() inside a function."""

import numpy as np
import sys


def mse_loss(pred, target):
    sys.exit(0)



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
