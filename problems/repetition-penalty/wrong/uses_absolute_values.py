"""Your penalty divides the size of a logit and drops its sign. A token that was very unlikely ends
up among the likely ones."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = np.abs(chosen) / penalty
    return result
