"""Your tokens are right, but the caller's prompt has grown by them. A second name for a list is not
a copy."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    text = prompt
    start = len(prompt)
    while len(text) - start < max_new_tokens and end_id not in text[start:]:
        text.append(int(np.argmax(next_logits(list(text)))))
    return text[start:]
