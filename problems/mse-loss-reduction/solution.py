"""Squared error with a choice of reduction."""

import numpy as np

REDUCTIONS = ("mean", "sum", "none")


class MSELoss:
    """A loss to be called on (prediction, target), reduced by "mean", "sum" or "none"."""

    def __init__(self, reduction="mean"):
        """Store the reduction; an unknown one raises ValueError."""
        if reduction not in REDUCTIONS:
            raise ValueError(f"unknown reduction {reduction!r}; choose one of {REDUCTIONS}")
        self.reduction = reduction

    def __call__(self, prediction, target):
        """Return the reduced loss; shapes that differ raise ValueError."""
        if prediction.shape != target.shape:
            raise ValueError(f"prediction has shape {prediction.shape}, target {target.shape}")
        self.difference = prediction - target
        squared_error = self.difference**2
        if self.reduction == "mean":
            return float(np.mean(squared_error))
        if self.reduction == "sum":
            return float(np.sum(squared_error))
        return squared_error

    def backward(self):
        """Return the gradient of the latest call, in the shape of its prediction."""
        gradient = 2 * self.difference
        if self.reduction == "mean":
            gradient = gradient / gradient.size
        return gradient
