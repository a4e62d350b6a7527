"""Beam search: keep the most probable texts, step by step."""

import numpy as np


def _log_softmax(logits):
    """Return the logarithms of the tokens' probabilities, at any magnitude."""
    shifted = logits - np.max(logits)
    return shifted - np.log(np.sum(np.exp(shifted)))


def _continuations(next_logits, prompt, tokens, score):
    """Return a text with each token of the vocabulary added, and the scores."""
    gains = _log_softmax(next_logits(prompt + tokens)).tolist()
    return [([*tokens, token], score + gain) for token, gain in enumerate(gains)]


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    """Return the best texts as pairs (added tokens, log-probability), best first."""
    beam = [([], 0.0)]
    for _ in range(max_new_tokens):
        candidates = []
        for tokens, score in beam:
            # A finished text keeps its score, and its place among the others.
            if tokens[-1:] == [end_id]:
                candidates.append((tokens, score))
            else:
                candidates += _continuations(next_logits, prompt, tokens, score)
        # sorted leaves equal scores in their order: the better text first, then the lower id.
        beam = sorted(candidates, key=lambda candidate: -candidate[1])[:beam_width]
    return beam
