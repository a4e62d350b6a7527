"""You keep the best continuation of each text, so that no text ever dies. All candidates compete with each
other for the places."""

import numpy as np


def log_softmax(logits):
    shifted = logits - np.max(logits)
    return shifted - np.log(np.sum(np.exp(shifted)))


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    beam = [([], 0.0)]
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            if tokens[-1:] == [end_id]:
                candidates.append((tokens, score))
                continue
            gains = log_softmax(next_logits(prompt + tokens)).tolist()
            best = sorted(range(len(gains)), key=lambda token: -gains[token])
            for token in best[: beam_width if len(beam) == 1 else 1]:
                candidates.append((tokens + [token], score + gains[token]))
        candidates.sort(key=lambda candidate: -candidate[1])
        beam = candidates[:beam_width]
    return beam
