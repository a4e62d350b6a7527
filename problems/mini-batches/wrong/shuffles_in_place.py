"""Your batches are right, but the caller's data has been shuffled as well. `rng.shuffle` moves the rows of
the array it is given; move row numbers instead."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    order = rng.permutation(len(x))
    x[:], y[:] = x[order], y[order]
    cuts = range(0, len(x), batch_size)
    return [(x[i : i + batch_size].copy(), y[i : i + batch_size].copy()) for i in cuts]
