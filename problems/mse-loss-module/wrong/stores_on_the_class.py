"""Your objects overwrite each other's inputs. What is stored on the class, or in a global
variable, exists once for all of them; each object needs its own."""

import numpy as np


class MSELoss:
    A = None
    Y = None

    def forward(self, A, Y):
        MSELoss.A, MSELoss.Y = A, Y
        return np.mean((A - Y) ** 2)

    def backward(self):
        return 2 * (MSELoss.A - MSELoss.Y) / MSELoss.A.size
