"""You put finished texts aside, and they no longer take a place in the beam. Many programs do so; here they
stay, and a long text has to push them out."""

import numpy as np


def log_softmax(logits):
    shifted = logits - np.max(logits)
    return shifted - np.log(np.sum(np.exp(shifted)))


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    beam, done = [([], 0.0)], []
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            if tokens[-1:] == [end_id]:
                done.append((tokens, score))
                continue
            gains = log_softmax(next_logits(prompt + tokens)).tolist()
            for token, gain in enumerate(gains):
                candidates.append((tokens + [token], score + gain))
        candidates.sort(key=lambda candidate: -candidate[1])
        beam = candidates[:beam_width]
    return sorted(done + beam, key=lambda candidate: -candidate[1])[:beam_width]
