"""Your loop goes on after the end token. What the model says then is the beginning of something
else."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens:
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return added
