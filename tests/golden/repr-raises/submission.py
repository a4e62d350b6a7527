"""Returns a value whose repr raises."""

import numpy as np


class Shy:
    def __repr__(self):
        raise RuntimeError('no repr for you')


def mse_loss(pred, target):
    return Shy()



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
