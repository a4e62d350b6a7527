"""Your result begins with the prompt. The caller knows it already and asks for what was added."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    added = []
    while len(added) < max_new_tokens and end_id not in added:
        best = np.argmax(next_logits(prompt + added))
        added.append(int(best))
    return prompt + added
