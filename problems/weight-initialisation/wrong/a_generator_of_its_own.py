"""Your weights have the right spread, but do not come from the generator that was passed in. Two layers of
one size would begin with the very same weights."""

import numpy as np


def _normal(variance, shape, rng):
    return np.random.default_rng(0).normal(0.0, np.sqrt(variance), shape)


def _uniform(variance, shape, rng):
    limit = np.sqrt(3 * variance)
    return np.random.default_rng(0).uniform(-limit, limit, shape)


def xavier_normal(n_in, n_out, rng):
    return _normal(2 / (n_in + n_out), (n_in, n_out), rng)


def xavier_uniform(n_in, n_out, rng):
    return _uniform(2 / (n_in + n_out), (n_in, n_out), rng)


def he_normal(n_in, n_out, rng):
    return _normal(2 / n_in, (n_in, n_out), rng)


def he_uniform(n_in, n_out, rng):
    return _uniform(2 / n_in, (n_in, n_out), rng)
