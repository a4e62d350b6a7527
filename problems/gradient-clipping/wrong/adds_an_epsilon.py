"""Your clipped gradients are a little too short. A small constant in the denominator guards against a
norm of 0; can a norm be 0 and above the limit at once?"""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = min(1.0, max_norm / (norm + 1e-6))
    return [grad * scale for grad in grads], norm
