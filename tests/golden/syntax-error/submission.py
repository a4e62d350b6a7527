"""Python cannot read the file."""

import numpy as np


def mse_loss(pred, target)
    return 0.0
