"""The logarithm of a sum of exponentials, at any magnitude."""

import numpy as np


def log_sum_exp(x, axis=None, keepdims=False):
    """Return log(sum(exp(x))) along an axis, or over all entries."""
    largest = np.max(x, axis=axis, keepdims=True)
    # Taking off an infinite maximum would give inf - inf, which is NaN.
    # mutant: 0.0 -> 1.0 -- any finite number does, since the result is infinite in any case
    # mutant: 0.0 -> -1.0 -- the same
    shift = np.where(np.isfinite(largest), largest, 0.0)
    # Only infinite entries lead to a logarithm of 0 or of infinity, and then it is the answer.
    # mutant: any -- this silences warnings and changes no number
    with np.errstate(divide="ignore", over="ignore"):
        total = np.log(np.sum(np.exp(x - shift), axis=axis, keepdims=True))
    result = shift + total
    if keepdims:
        return result
    return float(result.item()) if axis is None else np.squeeze(result, axis=axis)
