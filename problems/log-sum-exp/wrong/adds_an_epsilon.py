"""Your sum has a tiny constant added, against the logarithm of 0. Where the sum really is 0, minus infinity
is the right answer; and with the right number taken off, no finite entries give 0."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(1e-12 + np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
