"""Your loop adds one token more than it may. How often does it run with a limit of 0?"""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) <= max_new_tokens and end_id not in added:
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return added
