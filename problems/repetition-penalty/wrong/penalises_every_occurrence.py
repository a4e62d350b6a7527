"""Your penalty adds up: a token that occurred three times is penalised three times. Common words
would soon be forbidden."""

import numpy as np


def penalize_repetition(logits, previous_ids, penalty):
    result = logits.copy()
    for token in previous_ids:
        if result[token] > 0:
            result[token] /= penalty
        else:
            result[token] *= penalty
    return result
