"""Your merges are all chosen from the first text. After each choice the pairs are different, since
the new token has neighbours of its own."""

from collections import Counter


def train_bpe(text, n_merges):
    ids = list(text.encode("utf-8"))
    counts = Counter(zip(ids, ids[1:], strict=False))
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [pair for pair in ranked if counts[pair] > 1][:n_merges], ids
