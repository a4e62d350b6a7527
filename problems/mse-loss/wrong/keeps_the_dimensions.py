"""Your loss has the right value, but it still sits inside an array. A mean over every axis leaves
no axis behind, unless it is asked to keep them."""

import numpy as np


def mse_loss(pred, target):
    return np.mean((pred - target) ** 2, keepdims=True)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
