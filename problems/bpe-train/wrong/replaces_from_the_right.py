"""Your replacing goes from right to left. In a run of three equal letters it merges the last two,
not the first two."""

from collections import Counter


def train_bpe(text, n_merges):
    ids, merges = list(text.encode("utf-8")), []
    while len(merges) < n_merges:
        counts = Counter(zip(ids, ids[1:], strict=False))
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
        if best is None or counts[best] < 2:
            break
        ids = replace_pair(ids[::-1], best[::-1], 256 + len(merges))[::-1]
        merges.append(best)
    return merges, ids


def replace_pair(ids, pair, new_id):
    replaced, position = [], 0
    while position < len(ids):
        if tuple(ids[position : position + 2]) == pair:
            replaced.append(new_id)
            position += 2
        else:
            replaced.append(ids[position])
            position += 1
    return replaced
