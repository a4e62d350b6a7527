import numpy as np


def cnn_forward(x, params):
    """Return the scores that a small CNN gives to each class, for a batch of images.

    x:       array of floats, shape (batch, c_in, H, W)
    params:  list [weight1, bias1, weight2, bias2, W, b] of arrays of floats, of the shapes
             (c1, c_in, 3, 3), (c1,), (c2, c1, 3, 3), (c2,), (n_features, n_classes), (n_classes,)
    returns: array of floats, shape (batch, n_classes)
    """
    # Your code here
    pass
