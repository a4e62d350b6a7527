"""Your loss has the right value but is still a matrix with one row and one column. A product of
matrices is a matrix, even if just one cell is left."""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.A, self.Y = A, Y
        N, C = A.shape
        return np.ones((1, N)) @ (A - Y) ** 2 @ np.ones((C, 1)) / (N * C)

    def backward(self):
        return 2 * (self.A - self.Y) / self.A.size
