"""Your gradient is right for "mean" only. The reduction was chosen for the loss and its gradient
alike, so backward has to look at it too."""

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
            return np.mean(squared_error)
        if self.reduction == "sum":
            return np.sum(squared_error)
        return squared_error

    def backward(self):
        return 2 * self.difference / self.difference.size
