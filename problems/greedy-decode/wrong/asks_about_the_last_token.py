"""Your model is asked about one token only. It would have to guess a continuation without knowing
the text."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        best = np.argmax(next_logits((prompt + added)[-1:]))
        added.append(int(best))
    return added
