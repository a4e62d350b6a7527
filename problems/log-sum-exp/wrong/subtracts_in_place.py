"""Your result is right, but the maximum has been taken off the caller's array as well. `-=` writes into the
array that was passed in."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    x -= shift
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
