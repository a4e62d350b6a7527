"""Prints control characters and lone surrogates."""

import numpy as np


def mse_loss(pred, target):
    print('nul \0 bell \a escape \x1b[31m surrogate \ud800 tab\tend')
    return 1.0



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
