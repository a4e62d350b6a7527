"""Byte pair encoding, learned from one text."""

from collections import Counter
from itertools import pairwise


def train_bpe(text, n_merges):
    """Return (merges, ids): the pairs merged, in order, and the text in the final tokens."""
    ids, merges = list(text.encode("utf-8")), []
    while len(merges) < n_merges:
        counts = Counter(pairwise(ids))
        # The highest count first; of equal counts the smallest pair.
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
        # mutant: best is None or -> nothing -- a Counter has 0 of what it never saw
        if best is None or counts[best] < 2:
            break
        ids = _replace_pair(ids, best, 256 + len(merges))
        merges.append(best)
    return merges, ids


def _replace_pair(ids, pair, new_id):
    """Return ids with every occurrence of the pair, from left to right, replaced by new_id."""
    replaced, position = [], 0
    while position < len(ids):
        if tuple(ids[position : position + 2]) == pair:
            replaced.append(new_id)
            position += 2  # both tokens are used up: overlapping pairs are not merged
        else:
            replaced.append(ids[position])
            position += 1
    return replaced
