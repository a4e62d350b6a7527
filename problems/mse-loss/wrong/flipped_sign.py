"""Your loss is right, but your gradient is not its slope. Take one prediction above its target:
raising it raises the loss, so its slope is positive; check that sign first, then how steep a
square is."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2)


def mse_loss_backward(pred, target):
    return 2 * (target - pred) / pred.size
