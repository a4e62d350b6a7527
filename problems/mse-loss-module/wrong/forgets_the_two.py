"""Your forward is right, but your backward is not its derivative. Differentiate one square by
hand: which sign, which factor, and which divisor are left?"""

import numpy as np


class MSELoss:
    def forward(self, A, Y):
        self.A, self.Y = A, Y
        return np.mean((A - Y) ** 2)

    def backward(self):
        return (self.A - self.Y) / self.A.size
