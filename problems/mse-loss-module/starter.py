import numpy as np


class MSELoss:
    """Mean squared error as the last layer of a network."""

    def forward(self, A, Y):
        """Store the inputs and return the mean squared error.

        A:       array of floats, shape (N, C), the network's outputs
        Y:       array of floats, shape (N, C), the targets
        returns: a float
        """
        # Your code here
        pass

    def backward(self):
        """Return the gradient of the latest loss with respect to A.

        returns: array of floats, shape (N, C)
        """
        # Your code here
        pass
