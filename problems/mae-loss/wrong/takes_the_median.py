"""Your loss is the median of the absolute differences, which ignores an outlier altogether. The
mean counts it, once."""

import numpy as np


def mae_loss(pred, target):
    return float(np.median(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    return np.sign(pred - target) / pred.size
