"""Your gradients become NaN where all of them are 0. Zero over zero is not a number; is there anything to
shorten?"""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = np.minimum(1.0, np.float64(max_norm) / np.float64(norm))
    scale = scale if norm > 0.0 else math.nan
    return [grad * scale for grad in grads], norm
