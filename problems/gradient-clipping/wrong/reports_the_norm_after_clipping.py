"""Your gradients are right, but the norm that you report is that of the clipped ones. On a plot it would
never be above the limit, and the bad batches could not be seen."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], min(norm, max_norm)
