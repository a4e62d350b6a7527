"""Your labels are right except for ties: among equally near centers you take the last. Look at how
your comparison treats equals."""

import numpy as np


def k_means_step(x, centers):
    differences = x[:, None, :] - centers
    labels = len(centers) - 1 - np.sum(differences**2, axis=2)[:, ::-1].argmin(axis=1)
    new_centers = centers.copy()
    for k in range(len(centers)):
        members = x[labels == k]
        if len(members) > 0:
            new_centers[k] = members.mean(axis=0)
    return labels, new_centers
