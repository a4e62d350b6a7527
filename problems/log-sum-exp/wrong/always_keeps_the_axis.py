"""Your result keeps the axis that was summed along, whether it was asked for or not. `keepdims` is False
unless somebody says otherwise."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    return float(result.item()) if axis is None and not keepdims else result
