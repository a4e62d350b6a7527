"""Your weights have one row for each output. That is how PyTorch stores them; here `x @ W` has to work,
with one row for each input."""

import numpy as np


def _normal(variance, shape, rng):
    return rng.normal(0.0, np.sqrt(variance), shape)


def _uniform(variance, shape, rng):
    limit = np.sqrt(3 * variance)
    return rng.uniform(-limit, limit, shape)


def xavier_normal(n_in, n_out, rng):
    return _normal(2 / (n_in + n_out), (n_out, n_in), rng)


def xavier_uniform(n_in, n_out, rng):
    return _uniform(2 / (n_in + n_out), (n_out, n_in), rng)


def he_normal(n_in, n_out, rng):
    return _normal(2 / n_in, (n_out, n_in), rng)


def he_uniform(n_in, n_out, rng):
    return _uniform(2 / n_in, (n_out, n_in), rng)
