"""Your He weights are too small by one factor. ReLU takes away half of the signal's square, and the
weights have to make up for it."""

import numpy as np


def _normal(variance, shape, rng):
    return rng.normal(0.0, np.sqrt(variance), shape)


def _uniform(variance, shape, rng):
    limit = np.sqrt(3 * variance)
    return rng.uniform(-limit, limit, shape)


def xavier_normal(n_in, n_out, rng):
    return _normal(2 / (n_in + n_out), (n_in, n_out), rng)


def xavier_uniform(n_in, n_out, rng):
    return _uniform(2 / (n_in + n_out), (n_in, n_out), rng)


def he_normal(n_in, n_out, rng):
    return _normal(1 / n_in, (n_in, n_out), rng)


def he_uniform(n_in, n_out, rng):
    return _uniform(1 / n_in, (n_in, n_out), rng)
