"""Sleeps for an hour."""

import numpy as np
import time


def mse_loss(pred, target):
    time.sleep(3600)



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
