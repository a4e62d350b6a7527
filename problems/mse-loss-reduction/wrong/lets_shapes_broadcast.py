"""Your loss accepts shapes that differ. NumPy only complains when it cannot stretch one array to
fit the other; when it can, the result is a table of differences that nobody asked for."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    def __init__(self, reduction="mean"):
        if reduction not in REDUCTIONS:
            raise ValueError(f"unknown reduction {reduction!r}")
        self.reduction = reduction

    def __call__(self, prediction, target):
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
