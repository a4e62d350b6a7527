"""Your running statistics move in evaluation as well. Whoever only asks the network a question should
not change it."""

import numpy as np


def batch_norm_forward(
    x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5
):
    mean, variance = running_mean, running_var
    if training:
        mean = x.mean(axis=0)
        variance = x.var(axis=0)
    freedom = max(len(x) - 1, 1)
    running_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=0)
    running_var = (1 - momentum) * running_var + momentum * x.var(axis=0) * len(x) / freedom
    out = gain * (x - mean) / np.sqrt(variance + eps) + bias
    return out, running_mean.copy(), running_var.copy()
