"""Your counting passes over a pair that overlaps the one before. Two equal letters in three hold
two pairs, although only one of them can be merged."""

from collections import Counter


def train_bpe(text, n_merges):
    ids, merges = list(text.encode("utf-8")), []
    while len(merges) < n_merges:
        counts, last = Counter(), None
        for position, pair in enumerate(zip(ids, ids[1:], strict=False)):
            if pair == last and pair[0] == pair[1]:
                last = None
                continue
            counts[pair] += 1
            last = pair
        best = min(counts, key=lambda pair: (-counts[pair], pair), default=None)
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
