"""A gap is counted as a value here: the sum is right, but it is divided by too much."""

import numpy as np


def new_problem(values):
    return float(np.nansum(values) / max(len(values), 1))
