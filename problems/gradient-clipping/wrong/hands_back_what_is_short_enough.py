"""Where nothing is to be clipped you hand back the arrays you were given. Others may hold them too, and a
change to one would be a change to both."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    if norm <= max_norm:
        return list(grads), norm
    return [grad * (max_norm / norm) for grad in grads], norm
