"""Hidden tests of k-fold-split.

Sizes and rows are tested without a shuffle, where they are known. Shuffled splits are tested for
what holds for any way of shuffling.
"""

import numpy as np
import pytest
from solution import k_fold_split


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def rows_of(array, name):
    """Return row numbers as a list, once their form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind in "iu", (
        f"{name} should hold row numbers, which are ints, but it holds {array.dtype}."
    )
    assert array.ndim == 1, f"{name} should have one axis, but its shape is {array.shape}."
    return array.tolist()


def splits_of(n, k, rng=None):
    """Return the submission's splits as pairs of lists, once their form is right."""
    splits = k_fold_split(n, k, rng) if rng is not None else k_fold_split(n, k)
    assert type(splits) is list, (
        f"k_fold_split should return a list of splits, but it returned {kind_of(splits)}."
    )
    assert len(splits) == k, f"For {k} folds there are {k} splits, but you return {len(splits)}."
    pairs = []
    for split in splits:
        assert type(split) is tuple, (
            f"Each split should be a tuple (train, validation), not {kind_of(split)}."
        )
        assert len(split) == 2, f"Each split should hold two arrays, not {len(split)}."
        pairs.append((rows_of(split[0], "train"), rows_of(split[1], "validation")))
    return pairs


def sizes(n, k):
    """Deal n rows out like cards, one fold after the other, and return what each got."""
    dealt = [0] * k
    for card in range(n):
        dealt[card % k] += 1
    return dealt


def test_worked_values():
    """k_fold_split: eight rows in three folds"""
    got = splits_of(8, 3)
    expected = [
        ([3, 4, 5, 6, 7], [0, 1, 2]),
        ([0, 1, 2, 6, 7], [3, 4, 5]),
        ([0, 1, 2, 3, 4, 5], [6, 7]),
    ]
    assert got != [(validation, train) for train, validation in expected], (
        "Your splits train with one fold and validate with the rest. Most of the rows are for "
        "training, and they come first in the tuple."
    )
    assert [fold for _, fold in got] == [fold for _, fold in expected], (
        "Without a generator, validation is [0, 1, 2], then [3, 4, 5], then [6, 7], but yours is "
        f"{[fold for _, fold in got]}."
    )
    assert got == expected, (
        "Each split trains with the rows that it does not validate: "
        f"{[train for train, _ in expected]}, but yours trains with {[train for train, _ in got]}."
    )


def test_sizes():
    """k_fold_split: sizes differ by at most one, larger folds first"""
    for n, k in [(10, 5), (11, 4), (5, 3), (23, 7), (8, 7)]:
        got, expected = [len(fold) for _, fold in splits_of(n, k)], sizes(n, k)
        assert sum(got) == n, (
            f"The folds of {n} rows should hold {n} rows together, but yours have the sizes {got}. "
            f"What happens to the {n % k} rows that are left over?"
        )
        assert max(got) - min(got) <= 1, (
            f"The sizes of {k} folds of {n} rows should differ by one at most, but yours are {got}."
        )
        assert got == expected, (
            f"{n} rows in {k} folds have the sizes {expected}, but yours have {got}."
        )


def test_every_row_is_validated_once():
    """k_fold_split: every row is validated once, shuffled or not"""
    for seed, (n, k) in enumerate([(6, 2), (13, 4), (20, 6)]):
        for rng in [None, np.random.default_rng(seed)]:
            rows = sorted(row for _, fold in splits_of(n, k, rng) for row in fold)
            assert rows == list(range(n)), (
                f"The {k} folds of {n} rows{', shuffled,' if rng else ''} should hold each row "
                f"exactly once, but together yours hold {rows}."
            )


def test_training_rows_are_all_others():
    """k_fold_split: no row is in both parts of a split, and none is left out"""
    for seed, (n, k) in enumerate([(6, 2), (13, 4), (20, 6)]):
        for rng in [None, np.random.default_rng(seed + 10)]:
            for train, fold in splits_of(n, k, rng):
                both = sorted(set(train) & set(fold))
                assert both == [], (
                    f"The rows {both} are in both parts of a split: a model would be asked what it "
                    "has been told."
                )
                assert sorted(train + fold) == list(range(n)), (
                    f"Training rows {train} and validation rows {fold} should together be all "
                    f"{n} rows."
                )


def test_rising_order():
    """k_fold_split: rows are in rising order even if shuffled"""
    for train, fold in splits_of(30, 3, np.random.default_rng(20)):
        assert train == sorted(train), f"Training rows should be in rising order, not {train}."
        assert fold == sorted(fold), f"Validation rows should be in rising order, not {fold}."


def test_shuffled_sizes():
    """k_fold_split: a shuffle leaves the sizes as they are"""
    for seed, (n, k) in enumerate([(11, 4), (23, 7), (9, 3)]):
        got = [len(fold) for _, fold in splits_of(n, k, np.random.default_rng(seed + 30))]
        assert got == sizes(n, k), (
            f"{n} shuffled rows in {k} folds have the sizes {sizes(n, k)} too, not {got}."
        )


def test_rows_are_shuffled():
    """k_fold_split: a shuffle can bring any rows together"""
    together, first = 0, 0
    for seed in range(150):
        folds = [fold for _, fold in splits_of(8, 4, np.random.default_rng(seed + 100))]
        together += any({0, 1} <= set(fold) for fold in folds)
        first += 0 in folds[0]
    assert together < 50, (
        "Of 150 shuffles of 8 rows into 4 folds, rows 0 and 1 should be in one fold about 21 "
        f"times, but in yours it is {together} times. Are the rows shuffled, or only the folds?"
    )
    assert together > 5, (
        "Of 150 shuffles of 8 rows into 4 folds, rows 0 and 1 should be in one fold about 21 "
        f"times, but in yours it is {together} times."
    )
    assert 15 < first < 65, (
        "Of 150 shuffles of 8 rows into 4 folds, row 0 should be in the first fold about 38 times, "
        f"but in yours it is {first} times. Is every order equally likely?"
    )


def test_generators():
    """k_fold_split: the same seed gives the same splits, the next call others"""
    rng = np.random.default_rng(40)
    one, next_one = splits_of(40, 4, rng), splits_of(40, 4, rng)
    again = splits_of(40, 4, np.random.default_rng(40))
    assert one == again, (
        "Two generators with the same seed give different splits. Does chance come from elsewhere?"
    )
    assert one != next_one, (
        "The same generator, asked twice, gives the same splits. Do you seed one of your own?"
    )
    state = np.random.get_state()[1].tolist()
    splits_of(10, 2)
    splits_of(10, 2, np.random.default_rng(41))
    assert np.random.get_state()[1].tolist() == state, (
        "NumPy's global generator has been used or seeded. Other code relies on it."
    )


def test_ends():
    """k_fold_split: two folds, and as many folds as rows"""
    assert splits_of(2, 2) == [([1], [0]), ([0], [1])], (
        f"Two rows in two folds are ([1], [0]) and ([0], [1]), not {splits_of(2, 2)}."
    )
    got = [fold for _, fold in splits_of(5, 5)]
    assert got == [[0], [1], [2], [3], [4]], (
        f"With as many folds as rows each fold is one row, but yours are {got}."
    )


def test_impossible_folds():
    """k_fold_split: a k below 2 or above n raises a ValueError"""
    for n, k in [(5, 1), (5, 6), (5, 0), (5, -2), (1, 1), (0, 2)]:
        with pytest.raises(ValueError):
            k_fold_split(n, k)
            pytest.fail(f"{n} rows cannot be cut into {k} folds: raise a ValueError.")
