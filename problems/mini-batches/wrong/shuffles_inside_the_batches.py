"""You cut first, and shuffle within each batch. Which examples meet never changes from epoch to epoch;
shuffle before you cut."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    batches = []
    for start in range(0, len(x), batch_size):
        rows = start + rng.permutation(min(batch_size, len(x) - start))
        batches.append((x[rows], y[rows]))
    return batches
