"""Your function hands the caller's array back when there is nothing to penalise. Somebody who
writes in the result then writes in the logits."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    if len(previous_ids) == 0:
        return logits
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = np.where(chosen > 0, chosen / penalty, chosen * penalty)
    return result
