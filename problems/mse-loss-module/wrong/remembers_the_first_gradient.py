"""Your backward is right for the first batch and then repeats itself. Something it keeps, an old
gradient or the old inputs, has to be replaced by each forward."""

import numpy as np


class MSELoss:
    def __init__(self):
        self.gradient = None

    def forward(self, A, Y):
        self.A, self.Y = A, Y
        return np.mean((A - Y) ** 2)

    def backward(self):
        if self.gradient is None:
            self.gradient = 2 * (self.A - self.Y) / self.A.size
        return self.gradient
