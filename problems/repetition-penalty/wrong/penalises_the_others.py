"""Your penalty hits the tokens that have not occurred. Which ones should become less likely?"""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    result = logits.copy()
    for token in set(range(len(logits))) - set(previous_ids):
        if result[token] > 0:
            result[token] /= penalty
        else:
            result[token] *= penalty
    return result
