"""Your gradient is too small where the difference is tiny. A small constant in a denominator avoids
0 / 0, but it also bends the slope around it."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    difference = pred - target
    return difference / (np.abs(difference) + 1e-8) / pred.size
