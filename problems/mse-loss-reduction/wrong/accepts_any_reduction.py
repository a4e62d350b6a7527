"""Your class accepts a reduction that it does not know. A misspelt name then quietly means one of
the others, and nobody notices until the numbers look odd; refuse it when the object is made."""

import numpy as np


class MSELoss:
    def __init__(self, reduction="mean"):
        self.reduction = reduction

    def __call__(self, prediction, target):
        if prediction.shape != target.shape:
            raise ValueError("prediction and target must have the same shape")
        self.difference = prediction - target
        squared_error = self.difference**2
        if self.reduction == "mean":
            return np.mean(squared_error)
        if self.reduction == "sum":
            return np.sum(squared_error)
        return squared_error

    def backward(self):
        if self.reduction == "mean":
            return 2 * self.difference / self.difference.size
        return 2 * self.difference
