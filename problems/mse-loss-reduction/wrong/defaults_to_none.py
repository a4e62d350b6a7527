"""Your three reductions are right when they are named, but without an argument your loss takes
another one. A default that is not named should be the choice that most users want."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    def __init__(self, reduction="none"):
        if reduction not in REDUCTIONS:
            raise ValueError(f"unknown reduction {reduction!r}")
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
