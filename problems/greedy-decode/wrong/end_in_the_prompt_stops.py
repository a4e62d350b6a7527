"""Your loop stops because of an end token that it did not choose. Prompts may hold several finished
texts."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in prompt + added:
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return added
