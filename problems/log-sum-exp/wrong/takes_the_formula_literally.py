"""Your result is infinite where the numbers are large, and minus infinity where they are small. The
exponentials leave the range of floats; what could you take off the entries first?"""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    shift = 0.0
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
