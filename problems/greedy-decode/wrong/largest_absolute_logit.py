"""Your loop takes the logit that is farthest from 0. A very negative logit marks the worst token,
not the best."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        best = np.argmax(np.abs(next_logits(prompt + added)))
        added.append(int(best))
    return added
