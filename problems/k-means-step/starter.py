import numpy as np


def k_means_step(x, centers):
    """Return the label of every point, and the centers after one step of k-means.

    x:       array of floats, shape (n, d), one point per row
    centers: array of floats, shape (k, d), one center per row
    returns: a tuple (labels, new_centers): an array of ints of shape (n,), the row of the nearest
             center for each point, and an array of floats of shape (k, d)
    """
    # Your code here
    pass
