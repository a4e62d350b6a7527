"""Your choice among equally frequent pairs is the largest. The count should be as high as possible,
but the pair as small as possible."""

from collections import Counter


def train_bpe(text, n_merges):
    ids, merges = list(text.encode("utf-8")), []
    while len(merges) < n_merges:
        counts = Counter(zip(ids, ids[1:], strict=False))
        best = max(counts, key=lambda pair: (counts[pair], pair), default=None)
        if best is None or counts[best] < 2:
            break
        ids = replace_pair(ids, best, 256 + len(merges))
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
