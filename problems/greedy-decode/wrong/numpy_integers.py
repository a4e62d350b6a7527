"""Your tokens are NumPy integers. They print alike, but they are no Python ints, and JSON for one
refuses them."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        best = np.argmax(next_logits(prompt + added))
        added.append(best)
    return added
