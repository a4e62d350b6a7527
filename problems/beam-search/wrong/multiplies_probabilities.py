"""You multiply probabilities and take the logarithm at the end. After a few hundred tokens the product is
0, and its logarithm minus infinity; add logarithms instead."""

import numpy as np


def log_softmax(logits):
    shifted = logits - np.max(logits)
    return shifted - np.log(np.sum(np.exp(shifted)))


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    beam = [([], 1.0)]
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            if tokens[-1:] == [end_id]:
                candidates.append((tokens, score))
                continue
            gains = np.exp(log_softmax(next_logits(prompt + tokens))).tolist()
            for token, gain in enumerate(gains):
                candidates.append((tokens + [token], score * gain))
        candidates.sort(key=lambda candidate: -candidate[1])
        beam = candidates[:beam_width]
    with np.errstate(divide="ignore"):
        return [(tokens, float(np.log(score))) for tokens, score in beam]
