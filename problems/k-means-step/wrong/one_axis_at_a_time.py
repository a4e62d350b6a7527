"""Your distance forgets signs or coordinates: differences of opposite sign cancel in it. Each
coordinate's difference counts as positive."""

import numpy as np


def k_means_step(x, centers):
    differences = x[:, None, :] - centers
    labels = np.abs(np.sum(differences, axis=2)).argmin(axis=1)
    new_centers = centers.copy()
    for k in range(len(centers)):
        members = x[labels == k]
        if len(members) > 0:
            new_centers[k] = members.mean(axis=0)
    return labels, new_centers
