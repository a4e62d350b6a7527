"""Your exponentials no longer overflow, but what lies beyond the limit is cut off, and the result is wrong
there. The result can be exact for numbers of any size."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    shift = np.where(np.isinf(np.max(x, axis=axis, keepdims=True)), np.max(x, axis=axis, keepdims=True), 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(np.clip(x, -700.0, 700.0)), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
