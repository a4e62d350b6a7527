"""Your function accepts more labels than examples without a word. Something has gone wrong before, and
nobody would notice."""


def mini_batches(x, y, batch_size, rng):
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        batches.append((x[rows], y[rows]))
    return batches
