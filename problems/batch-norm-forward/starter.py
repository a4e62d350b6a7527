import numpy as np


def batch_norm_forward(x, gain, bias, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    """Return the normalised batch, and the running statistics after it.

    x:            array of floats, shape (N, D), one example per row
    gain, bias:   arrays of floats, shape (D,), the learned scale and shift of each feature
    running_mean: array of floats, shape (D,), the mean of each feature as remembered so far
    running_var:  array of floats, shape (D,), the variance of each feature as remembered so far
    training:     True to normalise by the batch and to remember, False to use what is remembered
    momentum:     the weight of the new batch in the running statistics, a float from 0 to 1
    eps:          a float above 0, added to the variance
    returns:      tuple (out, new_mean, new_var) of new arrays, shapes (N, D), (D,) and (D,)
    """
    # Your code here
    pass
