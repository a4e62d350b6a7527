"""Your gradient belongs to a mean of squares, but your loss is something else. A mean does not
change when every element is listed twice; does your loss?"""

import numpy as np


def mse_loss(pred, target):
    return np.sum((pred - target) ** 2)


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
