"""Hidden tests of mini-batches.

Every example carries its own number, and its label can be computed from it, so that lost, doubled
and separated ones are found.
"""

import numpy as np
from solution import mini_batches


def data(n):
    """Return n examples of two entries that hold their number, and labels of three entries."""
    numbers = np.arange(n, dtype=np.int64)
    return np.stack([numbers * 1.0, -numbers], axis=1), np.stack([numbers * 100] * 3, axis=1)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(batch, name, whole):
    """Return one side of a batch as a plain copy, once its form is right."""
    assert type(batch) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(batch)}."
    assert batch.dtype == whole.dtype, (
        f"{name} should keep the dtype {whole.dtype}, but it has {batch.dtype}."
    )
    assert batch.ndim == whole.ndim and batch.shape[1:] == whole.shape[1:], (
        f"From data of shape {whole.shape} a batch should have the shape "
        f"{('b', *whole.shape[1:])}, but {name} has the shape {batch.shape}."
    )
    return np.array(batch)


def batches(x, y, size, rng):
    """Return the submission's batches as plain copies, once their form is right."""
    result = mini_batches(x, y, size, rng)
    assert type(result) is list, (
        f"mini_batches should return a list of pairs, but it returned {kind_of(result)}."
    )
    copies = []
    for place, pair in enumerate(result):
        assert type(pair) is tuple and len(pair) == 2, (
            f"Each batch should be a pair (x_batch, y_batch), a tuple, but batch {place} is "
            f"{kind_of(pair)}."
        )
        x_batch, y_batch = plain(pair[0], "x_batch", x), plain(pair[1], "y_batch", y)
        assert len(x_batch) == len(y_batch), (
            f"Batch {place} has {len(x_batch)} examples, but {len(y_batch)} labels."
        )
        copies.append((x_batch, y_batch))
    return copies


def numbers_in(found):
    """Return the numbers of all examples in the batches, in their order."""
    return [int(number) for x_batch, _ in found for number in x_batch[:, 0]]


def test_every_example_once():
    """every example is in just one batch"""
    for n, size in [(7, 3), (12, 4), (10, 1), (5, 4), (40, 9)]:
        got = numbers_in(batches(*data(n), size, np.random.default_rng(n)))
        doubled = sorted(number for number in set(got) if got.count(number) > 1)
        assert doubled == [], f"Of {n} examples, these appear more than once: {doubled}."
        missing = sorted(set(range(n)) - set(got))
        assert missing == [], f"Of {n} examples in batches of {size}, these are missing: {missing}."


def test_sizes_of_the_batches():
    """the batches are full, only the last may be shorter"""
    for n, size, expected in [
        (7, 3, [3, 3, 1]),
        (8, 4, [4, 4]),
        (9, 4, [4, 4, 1]),
        (11, 4, [4, 4, 3]),
        (3, 1, [1, 1, 1]),
    ]:
        found = batches(*data(n), size, np.random.default_rng(1))
        got = [len(x_batch) for x_batch, _ in found]
        assert got == expected, (
            f"{n} examples in batches of {size} should have the sizes {expected}, not {got}."
        )


def test_labels_stay_with_their_examples():
    """every example keeps its label"""
    for n, size in [(9, 4), (30, 7)]:
        for x_batch, y_batch in batches(*data(n), size, np.random.default_rng(2)):
            for example, label in zip(x_batch, y_batch, strict=True):
                number = int(example[0])
                assert np.array_equal(example, [number, -number]), (
                    f"There is no example {example.tolist()} in the data."
                )
                assert np.array_equal(label, [100 * number] * 3), (
                    f"The label of example {number} should be {[100 * number] * 3}, but in its "
                    f"batch it is {label.tolist()}. Are x and y shuffled alike?"
                )


def test_order_of_the_generator():
    """the order is that of rng.permutation"""
    for seed, n, size in [(3, 10, 4), (4, 50, 8)]:
        found = batches(*data(n), size, np.random.default_rng(seed))
        got = numbers_in(found)
        assert got != list(range(n)), (
            f"The {n} examples come in their old order. They should be shuffled first."
        )
        first = [int(number) for number in found[0][0][:, 0]]
        assert first != list(range(first[0], first[0] + len(first))), (
            f"The first batch holds the neighbours {first}, in their old order. Shuffle the "
            "examples, not the finished batches."
        )
        assert max(first) - min(first) != len(first) - 1, (
            f"The first batch holds {first}, which are neighbours in the data. Shuffle before you "
            "cut, so that any examples can meet."
        )
        expected = np.random.default_rng(seed).permutation(n).tolist()
        assert got == expected, (
            f"With the generator of seed {seed}, rng.permutation({n}) begins with {expected[:4]}, "
            f"but your batches begin with the examples {got[:4]}. Is rng asked once, for this?"
        )


def test_next_epoch():
    """another epoch with the same generator has another order"""
    rng, twin = np.random.default_rng(5), np.random.default_rng(5)
    orders = [numbers_in(batches(*data(20), 6, rng)) for _ in range(3)]
    assert orders[1] != orders[0], (
        f"The second epoch has the order of the first one, which begins with {orders[0][:4]}. Does "
        "your code use the generator it is given?"
    )
    for epoch, got in enumerate(orders):
        expected = twin.permutation(20).tolist()
        assert got == expected, (
            f"In epoch {epoch + 1} the order should be the generator's next permutation, which "
            f"begins with {expected[:4]}, but it begins with {got[:4]}."
        )


def test_shapes_and_dtypes():
    """data of any shape and dtype"""
    rng = np.random.default_rng(6)
    for x, y in [
        (rng.normal(size=6), rng.integers(0, 3, 6, dtype=np.int8)),
        (rng.normal(size=(5, 2, 3)).astype(np.float32), rng.random(5) < 0.5),
        (rng.integers(0, 256, (4, 2, 2, 3), dtype=np.uint8), rng.normal(size=(4, 1))),
    ]:
        order = np.random.default_rng(7).permutation(len(x)).tolist()
        found = batches(x.copy(), y.copy(), 4, np.random.default_rng(7))
        places = [(b, i) for b in range(len(found)) for i in range(len(found[b][0]))]
        assert len(places) == len(x), (
            f"{len(x)} examples went in, but the batches hold {len(places)}."
        )
        for row, (b, i) in zip(order, places, strict=True):
            assert np.array_equal(found[b][0][i], x[row]), (
                f"Place {i} of batch {b} should hold the whole of example {row}, for x of shape "
                f"{x.shape}."
            )
            assert np.array_equal(found[b][1][i], y[row]), (
                f"Place {i} of batch {b} should hold the label of example {row}, for y of shape "
                f"{y.shape}."
            )


def test_small_data():
    """no examples, one example, and batches larger than the data"""
    got = batches(*data(0), 3, np.random.default_rng(8))
    assert got == [], f"Without examples there is no batch, but there are {len(got)}."
    for n, size in [(1, 1), (1, 5), (4, 4), (4, 100)]:
        got = batches(*data(n), size, np.random.default_rng(8))
        assert len(got) == 1, f"{n} examples in batches of {size} are one batch, not {len(got)}."
        assert sorted(numbers_in(got)) == list(range(n)), (
            f"That one batch should hold all {n} examples, but it holds {numbers_in(got)}."
        )


def test_different_lengths():
    """x and y of different lengths raise ValueError"""
    for n_x, n_y in [(4, 5), (0, 1), (5, 4), (6, 3)]:
        try:
            mini_batches(np.ones((n_x, 2)), np.ones(n_y), 2, np.random.default_rng(9))
        except ValueError:
            continue
        raise AssertionError(
            f"{n_x} examples with {n_y} labels should raise ValueError, but nothing happened: some "
            "would go unused, or have no label."
        )


def test_data_is_left_alone():
    """x and y are left unchanged, and the batches are new arrays"""
    x, y = data(9)
    before = x.copy(), y.copy()
    for size in [2, 9, 20]:
        result = mini_batches(x, y, size, np.random.default_rng(10))
        for name, now, then in zip(("x", "y"), (x, y), before, strict=True):
            assert np.array_equal(now, then), (
                f"{name} holds its rows in another order after the call. Leave the data as it is."
            )
            assert not any(np.shares_memory(now, part) for pair in result for part in pair), (
                f"A batch shares its memory with {name}: who changes the batch changes the data."
            )
