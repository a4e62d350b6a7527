"""You take off the largest absolute value. For negative numbers that pushes the exponents further down,
until every exponential is 0."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(np.abs(x), axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
