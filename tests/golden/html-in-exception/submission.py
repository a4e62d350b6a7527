"""HTML in an exception's text stays text."""

import numpy as np


def mse_loss(pred, target):
    raise ValueError('<img src=x onerror=alert(1)><b>bold</b>')



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
