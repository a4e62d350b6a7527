import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    """Return the logits with those of tokens that occurred made smaller.

    logits:       array of floats, shape (V,)
    previous_ids: list of ints from 0 to V - 1, possibly empty, possibly with repetitions
    penalty:      a float, at least 1
    returns:      a new array of floats, shape (V,)
    """
    # Your code here
    pass
