"""Your training is right, but it returns the running statistics as they came. Evaluation would
normalise by numbers that nobody has learned."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
