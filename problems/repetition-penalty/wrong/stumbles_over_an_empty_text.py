"""Your function fails when nothing has been written yet. What dtype does NumPy give to an empty
list, and can that be an index?"""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = np.where(chosen > 0, chosen / penalty, chosen * penalty)
    return result
