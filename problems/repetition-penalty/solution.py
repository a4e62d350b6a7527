"""The repetition penalty on the logits of tokens that occurred before."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    """Return new logits: positive ones of previous ids divided, the others multiplied."""
    # The dtype is for the empty list, which would become an array of floats, no index.
    # mutant: array -> asarray -- the ids are only read
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    # All new values come from the old logits, so naming an id twice changes nothing.
    # mutant: > -> >= -- 0 stays 0 either way
    result[ids] = np.where(chosen > 0, chosen / penalty, chosen * penalty)
    return result
