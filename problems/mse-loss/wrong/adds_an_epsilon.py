"""Your loss never quite reaches 0. A tiny constant protects a division or a logarithm from 0; is
there one in this formula that needs it?"""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2) + 1e-8


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
