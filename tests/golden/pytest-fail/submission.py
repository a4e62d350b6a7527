"""Fails the test itself."""

import numpy as np
import pytest


def mse_loss(pred, target):
    pytest.fail('my own message')



def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
