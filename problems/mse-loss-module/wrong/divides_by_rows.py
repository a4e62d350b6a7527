"""Your loss and your gradient are both off. If they are right for a single column, you divide by
the number of examples, while the mean is over all N times C elements."""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.A, self.Y = A, Y
        return np.sum((A - Y) ** 2) / len(A)

    def backward(self):
        return 2 * (self.A - self.Y) / len(self.A)
