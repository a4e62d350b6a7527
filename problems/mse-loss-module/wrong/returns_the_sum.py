"""Your backward belongs to the mean, but your forward returns something else. Is the last of the
three steps, from the sum to the mean, done there too?"""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.A, self.Y = A, Y
        return np.sum((A - Y) ** 2)

    def backward(self):
        return 2 * (self.A - self.Y) / self.A.size
