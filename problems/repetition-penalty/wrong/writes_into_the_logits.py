"""Your logits are right, but they are written over those that were passed in. Penalising again for
the next token would then start from penalised logits."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    ids = np.array(previous_ids, dtype=int)
    chosen = logits[ids]
    result = logits
    result[ids] = np.where(chosen > 0, chosen / penalty, chosen * penalty)
    return result
