"""You cut first and shuffle the finished batches. Neighbours in the data would always meet in one batch;
shuffle the examples themselves."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    cuts = range(0, len(x), batch_size)
    batches = [(x[i : i + batch_size].copy(), y[i : i + batch_size].copy()) for i in cuts]
    return [batches[place] for place in rng.permutation(len(batches))]
