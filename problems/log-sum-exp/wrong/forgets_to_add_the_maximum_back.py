"""Your result is the same wherever the numbers lie. You have taken something off them; what does that do
to the logarithm?"""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = np.where(np.isfinite(largest), largest, 0.0)
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
