import numpy as np


class MSELoss:
    """Squared error, reduced to the mean, to the sum, or not at all."""

    def __init__(self, reduction="mean"):
        """Make a loss.

        reduction: "mean", "sum" or "none"
        raises:    ValueError for any other reduction
        """
        # Your code here
        pass

    def __call__(self, prediction, target):
        """Return the loss, and store what backward needs.

        prediction: array of floats, of any shape
        target:     array of floats, of the same shape
        returns:    a float for "mean" and "sum"; for "none" an array of the shape of prediction
        raises:     ValueError if the shapes differ
        """
        # Your code here
        pass

    def backward(self):
        """Return the gradient of the latest call with respect to prediction.

        returns: array of floats, of the shape of prediction
        """
        # Your code here
        pass
