"""You look for the end token in the whole text. One in the prompt was not chosen, and finishes nothing."""

import numpy as np


def log_softmax(logits):
    shifted = logits - np.max(logits)
    return shifted - np.log(np.sum(np.exp(shifted)))


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    beam = [([], 0.0)]
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            if end_id in prompt + tokens:
                candidates.append((tokens, score))
                continue
            gains = log_softmax(next_logits(prompt + tokens)).tolist()
            for token, gain in enumerate(gains):
                candidates.append((tokens + [token], score + gain))
        candidates.sort(key=lambda candidate: -candidate[1])
        beam = candidates[:beam_width]
    return beam
