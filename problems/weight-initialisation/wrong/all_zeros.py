"""Your weights are all 0. Every unit of a layer would compute the same, get the same gradient, and stay
like the others for ever."""

import numpy as np


def _normal(variance, shape, rng):
    return np.zeros(shape)


def _uniform(variance, shape, rng):
    limit = np.sqrt(3 * variance)
    return 0.0 * limit * np.ones(shape)


def xavier_normal(n_in, n_out, rng):
    return _normal(2 / (n_in + n_out), (n_in, n_out), rng)


def xavier_uniform(n_in, n_out, rng):
    return _uniform(2 / (n_in + n_out), (n_in, n_out), rng)


def he_normal(n_in, n_out, rng):
    return _normal(2 / n_in, (n_in, n_out), rng)


def he_uniform(n_in, n_out, rng):
    return _uniform(2 / n_in, (n_in, n_out), rng)
