"""Your penalty is subtracted. That is another one, the presence penalty; this one scales, so that a
penalty of 1 does nothing."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = chosen - penalty
    return result
