"""Your "mean" and its gradient are both off. If both are right in one dimension, look at what you
divide by: a table has more elements than rows."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    def __init__(self, reduction="mean"):
        if reduction not in REDUCTIONS:
            raise ValueError(f"unknown reduction {reduction!r}")
        self.reduction = reduction

    def __call__(self, prediction, target):
        if prediction.shape != target.shape:
            raise ValueError("prediction and target must have the same shape")
        self.difference = prediction - target
        squared_error = self.difference**2
        if self.reduction == "mean":
            return np.sum(squared_error) / len(squared_error)
        if self.reduction == "sum":
            return np.sum(squared_error)
        return squared_error

    def backward(self):
        if self.reduction == "mean":
            return 2 * self.difference / len(self.difference)
        return 2 * self.difference
