"""Your tokens are right, but the model is asked although nothing more will be added. Each question
costs as much as a token."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    best = int(np.argmax(next_logits(prompt + added)))
    while len(added) < max_new_tokens and end_id not in added:
        added.append(best)
        best = int(np.argmax(next_logits(prompt + added)))
    return added
