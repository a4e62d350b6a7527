"""Your penalty looks at the last token only. A loop can be longer than one token: the whole text
counts."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    result = logits.copy()
    for token in previous_ids[-1:]:
        if result[token] > 0:
            result[token] /= penalty
        else:
            result[token] *= penalty
    return result
