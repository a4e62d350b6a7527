"""Batch normalisation, in training and in evaluation."""

import numpy as np


def batch_norm_forward(x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    """Return the normalised batch, and the running mean and variance after it."""
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = np.mean((x - mean) ** 2, axis=0)
        # What is remembered stands for all data: N - 1 makes the batch's variance unbiased.
        unbiased = variance * len(x) / (len(x) - 1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * unbiased
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
