"""What you remember is the standard deviation, but evaluation takes the root of it once more. Average
the variances; the root comes last."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.std(axis=0, ddof=1)
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
