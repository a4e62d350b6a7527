"""Your result stops right before the end token. The caller cannot tell then whether the text is
complete or was cut off."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens:
        best = int(np.argmax(next_logits(prompt + added)))
        if best == end_id:
            break
        added.append(best)
    return added
