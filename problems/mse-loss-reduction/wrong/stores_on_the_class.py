"""Your backward answers for a call that is not its own latest one. What is stored on the class,
or in a global variable, exists once for all objects, and what is stored once is never renewed."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    difference = None

    def __init__(self, reduction="mean"):
        if reduction not in REDUCTIONS:
            raise ValueError(f"unknown reduction {reduction!r}")
        self.reduction = reduction

    def __call__(self, prediction, target):
        if prediction.shape != target.shape:
            raise ValueError("prediction and target must have the same shape")
        MSELoss.difference = prediction - target
        squared_error = MSELoss.difference**2
        if self.reduction == "mean":
            return np.mean(squared_error)
        if self.reduction == "sum":
            return np.sum(squared_error)
        return squared_error

    def backward(self):
        if self.reduction == "mean":
            return 2 * MSELoss.difference / MSELoss.difference.size
        return 2 * MSELoss.difference
