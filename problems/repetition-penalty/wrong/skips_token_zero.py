"""Your penalty treats id 0 as if it were no token. An id of 0 is false in a condition, but it is
the first token of the vocabulary."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array([token for token in previous_ids if token], dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = np.where(chosen > 0, chosen / penalty, chosen * penalty)
    return result
