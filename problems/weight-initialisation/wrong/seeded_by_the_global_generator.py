"""Your weights come from NumPy's global generator, which anybody may use in between. Ask the one that was
passed in, and the same seed gives the same weights."""

import numpy as np


def _normal(variance, shape, rng):
    return np.random.normal(0.0, np.sqrt(variance), shape)


def _uniform(variance, shape, rng):
    limit = np.sqrt(3 * variance)
    return np.random.uniform(-limit, limit, shape)


def xavier_normal(n_in, n_out, rng):
    return _normal(2 / (n_in + n_out), (n_in, n_out), rng)


def xavier_uniform(n_in, n_out, rng):
    return _uniform(2 / (n_in + n_out), (n_in, n_out), rng)


def he_normal(n_in, n_out, rng):
    return _normal(2 / n_in, (n_in, n_out), rng)


def he_uniform(n_in, n_out, rng):
    return _uniform(2 / n_in, (n_in, n_out), rng)
