"""Asks for a hundred gigabytes."""

import numpy as np


def mse_loss(pred, target):
    table = [0.0] * (100 * 2**30 // 8)
    return float(len(table))



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
