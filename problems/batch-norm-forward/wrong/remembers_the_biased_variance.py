"""Your running variance divides by the number of rows. The batch is a sample, and its mean was fitted
to it; what is the estimate for all data divided by?"""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * variance
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
