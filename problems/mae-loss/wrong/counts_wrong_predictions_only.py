"""Your gradient divides by the number of predictions that are off. The loss averages over all of
them, the right ones included."""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    signs = np.sign(pred - target)
    return signs / max(np.count_nonzero(signs), 1)
