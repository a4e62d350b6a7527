"""Your two cases are the wrong way round: every token that occurred becomes more likely. Try each
with a penalty of 2."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = np.where(chosen < 0, chosen / penalty, chosen * penalty)
    return result
