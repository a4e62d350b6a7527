"""Your results are right, but the arrays given to forward are not the same afterwards. A second
name for an array is not a copy: an operator such as `-=` still writes into the caller's array."""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.difference = A
        self.difference -= Y
        return np.mean(self.difference**2)

    def backward(self):
        return 2 * self.difference / self.difference.size
