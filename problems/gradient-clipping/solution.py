"""Gradient clipping by the norm of all gradients together."""

import numpy as np


def _global_norm(grads):
    """Return the Euclidean norm of all entries of all arrays, at any magnitude."""
    # The zero changes no norm, and without arrays there is still something to look at.
    entries = np.concatenate([[0.0], *(grad.ravel() for grad in grads)])
    largest = np.max(np.abs(entries))
    if largest == 0.0:
        return 0.0
    # Relative to the largest entry the squares neither overflow nor all vanish.
    return float(largest * np.sqrt(np.sum((entries / largest) ** 2)))


def clip_by_global_norm(grads, max_norm):
    """Return a list of new gradients of global norm max_norm at most, and the norm before.

    Raises ValueError if a gradient holds NaN or an infinity.
    """
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    norm = _global_norm(grads)
    # mutant: > -> >= -- a norm just at the limit gives the factor 1 in either way
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], norm
