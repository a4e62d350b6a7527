"""You write zeros into the gaps. That changes the caller's array, and a zero counts as a value."""

import numpy as np


def new_problem(values):
    values[np.isnan(values)] = 0
    return float(np.mean(values)) if values.size else 0.0
