"""Your loss and your gradient are both off, perhaps by one constant factor. Some textbooks halve
the squared error so that the 2 of its derivative cancels; here the loss is the plain mean, so the
2 stays."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2) / 2


def mse_loss_backward(pred, target):
    return (pred - target) / pred.size
