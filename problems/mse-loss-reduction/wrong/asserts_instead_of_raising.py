"""Your class does not refuse wrong arguments with a ValueError. An assert raises another error,
and disappears when Python runs with -O; it is for your own mistakes, not for those of a
caller."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    def __init__(self, reduction="mean"):
        assert reduction in REDUCTIONS, "unknown reduction"
        self.reduction = reduction

    def __call__(self, prediction, target):
        assert prediction.shape == target.shape
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
