"""Your results are right, but the arrays that were passed in are not the same afterwards. A
second name for an array is not a copy: an operator such as `-=` still writes into the caller's
array."""

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
        self.difference = prediction
        self.difference -= target
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
