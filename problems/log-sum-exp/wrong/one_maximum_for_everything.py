"""You take the largest entry of the whole array off every row. A row that lies far below the others then
has exponentials of 0; each sum needs its own."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = np.max(shift) + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
