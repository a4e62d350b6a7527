"""An exception that is none of the usual kinds."""

import numpy as np


class Odd(BaseException):
    pass


def mse_loss(pred, target):
    raise Odd('on purpose')



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
