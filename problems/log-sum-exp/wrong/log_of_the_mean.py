"""Your result is too small by the logarithm of the number of entries. That would be the mean of the
exponentials; the sum is asked for."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.mean(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
