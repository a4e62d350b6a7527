"""Your memory changes too fast: the old value has the small weight and the new batch the large one. In
some libraries momentum is the weight of the old; here it is that of the new."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * x.var(axis=0, ddof=1)
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
