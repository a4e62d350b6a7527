"""Skips the test from inside."""

import numpy as np
import pytest


def mse_loss(pred, target):
    pytest.skip('not today')
    # This is what a submission tries, no test of ours: each of its tests must fail.


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
