"""You leave out what does not fill a batch. A few examples of every epoch would never be seen; with less
data than one batch there would be no training at all."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    order = rng.permutation(len(x))
    starts = range(0, len(x) - batch_size + 1, batch_size)
    rows = [order[start : start + batch_size] for start in starts]
    return [(x[row], y[row]) for row in rows]
