"""Xavier and He initialisation of a linear layer's weights."""

import numpy as np


def _normal(variance, shape, rng):
    """Draw from the normal distribution with mean 0 and this variance."""
    return rng.normal(0.0, np.sqrt(variance), shape)


def _uniform(variance, shape, rng):
    """Draw from the uniform distribution around 0 with this variance."""
    limit = np.sqrt(3 * variance)  # an interval from -a to a has the variance a**2 / 3
    return rng.uniform(-limit, limit, shape)


def xavier_normal(n_in, n_out, rng):
    """Return weights of shape (n_in, n_out), normal, with variance 2 / (n_in + n_out)."""
    return _normal(2 / (n_in + n_out), (n_in, n_out), rng)


def xavier_uniform(n_in, n_out, rng):
    """Return weights of shape (n_in, n_out), uniform, with variance 2 / (n_in + n_out)."""
    return _uniform(2 / (n_in + n_out), (n_in, n_out), rng)


def he_normal(n_in, n_out, rng):
    """Return weights of shape (n_in, n_out), normal, with variance 2 / n_in."""
    return _normal(2 / n_in, (n_in, n_out), rng)


def he_uniform(n_in, n_out, rng):
    """Return weights of shape (n_in, n_out), uniform, with variance 2 / n_in."""
    return _uniform(2 / n_in, (n_in, n_out), rng)
