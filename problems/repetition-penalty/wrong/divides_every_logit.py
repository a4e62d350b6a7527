"""Your penalty makes tokens with negative logits more likely. That is what the first paper did;
what does a division by 2 do to -8?"""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits.copy()
    result[ids] = chosen / penalty
    return result
