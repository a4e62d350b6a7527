"""You bring every gradient to the limit, the short ones too. Near a minimum gradients become small,
and steps should become small with them."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = max_norm / norm if norm > 0.0 else 1.0
    return [grad * scale for grad in grads], norm
