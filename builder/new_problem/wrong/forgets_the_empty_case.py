"""Where there are gaps only, nothing is left to take the mean of. What should come out then?"""

import numpy as np


def new_problem(values):
    present = values[~np.isnan(values)]
    return float(np.mean(present))
