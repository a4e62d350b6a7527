"""Your limit counts the prompt as well. A long prompt would leave no room for an answer."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(prompt + added) < max_new_tokens and end_id not in added:
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return added
