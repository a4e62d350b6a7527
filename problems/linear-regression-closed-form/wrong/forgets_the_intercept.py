"""Your plane always passes through zero. Targets that are all 5 can be fitted without any slope,
but not without an intercept."""

import numpy as np


def fit_linear(x, y):
    return np.linalg.lstsq(x, y)[0], 0.0
