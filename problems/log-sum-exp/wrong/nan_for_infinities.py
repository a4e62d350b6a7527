"""Your result is NaN where the largest entry is infinite. Infinity minus infinity has no value; in which case
should nothing be taken off?"""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True)
    shift = largest
    with np.errstate(all="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
