"""Skips while it is imported."""

import pytest
# This is what a submission tries, no test of ours: it must end as an import error.
pytest.skip('not today', allow_module_level=True)


import numpy as np


def mse_loss(pred, target):
    return float(np.mean((pred - target) ** 2))


def mse_loss_backward(pred, target):
    return 2 * (pred - target) / pred.size
