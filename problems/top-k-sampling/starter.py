import numpy as np


def top_k_probabilities(logits, k):
    """Return the softmax over the k largest logits, and 0 for all other tokens.

    logits:  array of floats, shape (V,)
    k:       an int, at least 1
    returns: array of floats, shape (V,)
    """
    # Your code here
    pass


def sample_token(probabilities, u):
    """Return the id of the token whose piece of the line from 0 to 1 holds u.

    probabilities: array of floats, shape (V,), with the sum 1 up to rounding
    u:             a float, 0 <= u < 1
    returns:       an int
    """
    # Your code here
    pass
