"""Your backward is right once, and not again: it writes over what forward stored. Compute the
gradient as a new array, and leave the stored inputs as they are."""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.A, self.Y = A.copy(), Y.copy()
        return np.mean((A - Y) ** 2)

    def backward(self):
        self.A -= self.Y
        self.A *= 2 / self.A.size
        return self.A
