"""You normalise by the running statistics while training, too. Each batch should come out with mean 0
and variance 1 by its own numbers; the memory is for later."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    return out, running_mean.copy(), running_var.copy()
