"""Greedy decoding: take the best token until the end."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    """Return the list of tokens added to the prompt, the end token included."""
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        # A new list each time: the model may keep the one it was given.
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return added
