"""Your running statistics are right, but they are written into the caller's arrays. A second name for
an array is no copy of it; return new ones."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (x.var(axis=0, ddof=1) - running_var)
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
