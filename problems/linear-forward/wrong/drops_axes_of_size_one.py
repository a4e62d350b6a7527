"""Your numbers are right, but an axis disappears when there is one example or one output. The next
layer needs both axes, also when a size happens to be 1."""

import numpy as np


def linear_forward(x, W, b):
    return np.squeeze(x @ W + b)
