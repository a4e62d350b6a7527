"""Your fit is right for ordinary data. With a large offset, though, the feature and the column of
ones look alike, and the shortest solution counts the intercept in. What do the means tell about the
best plane?"""

import numpy as np


def fit_linear(x, y):
    table = np.column_stack([x, np.ones(len(x))])
    *w, b = np.linalg.lstsq(table, y)[0]
    return np.array(w), float(b)
