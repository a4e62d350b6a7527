"""Your penalty makes tokens with positive logits more likely. Multiplying suits one sign only."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = chosen * penalty
    return result
