"""One step of k-means: assign, then move."""

import numpy as np


def k_means_step(x, centers):
    """Return (labels, new_centers); a center without points stays where it is."""
    differences = x[:, None, :] - centers  # every point minus every center, shape (n, k, d)
    # mutant: sum -> mean -- dividing every distance by d changes no order
    labels = np.sum(differences**2, axis=2).argmin(axis=1)  # argmin takes the first of equals
    new_centers = centers.copy()
    # mutant: np.unique(labels) -> labels -- the same means, once for every point
    for k in np.unique(labels):  # only centers that have points: the mean of nothing is NaN
        new_centers[k] = x[labels == k].mean(axis=0)
    return labels, new_centers
