import numpy as np


def top_p_probabilities(probabilities, p):
    """Keep the fewest tokens of each row that reach p together, and renormalise them.

    probabilities: array of floats, shape (B, V), each row with the sum 1
    p:             a float, 0 < p <= 1
    returns:       array of floats, shape (B, V), exactly 0 for tokens that are not kept
    """
    # Your code here
    pass
