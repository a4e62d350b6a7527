"""Your labels belong to the centers after they have moved. The statement asks for those of the
first half, by which the centers moved."""

import numpy as np


def k_means_step(x, centers):
    differences = x[:, None, :] - centers
    labels = np.sum(differences**2, axis=2).argmin(axis=1)
    new_centers = centers.copy()
    for k in range(len(centers)):
        members = x[labels == k]
        if len(members) > 0:
            new_centers[k] = members.mean(axis=0)
    labels = np.sum((x[:, None, :] - new_centers) ** 2, axis=2).argmin(axis=1)
    return labels, new_centers
