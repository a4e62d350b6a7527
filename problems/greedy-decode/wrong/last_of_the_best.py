"""Your loop takes the last of equally good tokens. Which one does the statement ask for?"""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        logits = next_logits(prompt + added)
        added.append(len(logits) - 1 - int(np.argmax(logits[::-1])))
    return added
