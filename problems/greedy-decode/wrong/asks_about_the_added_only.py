"""Your model never sees the prompt, only what has been added so far. What should the first question
be?"""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        best = np.argmax(next_logits(added))
        added.append(int(best))
    return added
