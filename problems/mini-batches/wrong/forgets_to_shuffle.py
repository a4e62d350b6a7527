"""Your batches come in the order of the data. Data sets are often sorted by label, and then each batch
would know one label only."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    return [
        (x[i : i + batch_size].copy(), y[i : i + batch_size].copy())
        for i in range(0, len(x), batch_size)
    ]
