"""Your backward cannot be called without arguments. It starts the way back through the network,
with nothing handed to it: what it needs, forward has to leave on the object."""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        return np.mean((A - Y) ** 2)

    def backward(self, A, Y):
        return 2 * (A - Y) / A.size
