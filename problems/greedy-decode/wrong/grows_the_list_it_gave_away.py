"""Your model gets the same list every time, and it grows while the model may still be using it.
Each question should be a list of its own."""

import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    text = list(prompt)
    start = len(prompt)
    while len(text) - start < max_new_tokens and end_id not in text[start:]:
        text.append(int(np.argmax(next_logits(text))))
    return text[start:]
