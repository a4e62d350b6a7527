"""Hidden tests of confusion-matrix.

The oracle counts pairs with a Counter. The shares are tested on tables written by hand, so that a
mistake in the counts does not hide in them.
"""

from collections import Counter

import numpy as np
from solution import confusion_matrix, row_shares


def sample(seed, n, k, dtype=np.int64):
    """Return random true and predicted labels."""
    labels = np.random.default_rng(seed).integers(0, k, size=(2, n))
    return labels[0].astype(dtype), labels[1].astype(dtype)


def by_counting(y_true, y_pred, k):
    """Count the pairs one by one, as nested lists."""
    pairs = Counter(zip(y_true.tolist(), y_pred.tolist(), strict=True))
    return [[pairs[row, column] for column in range(k)] for row in range(k)]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def counts_of(y_true, y_pred, k):
    """Return the submission's counts as nested lists, once their form is right."""
    counts = confusion_matrix(y_true, y_pred, k)
    assert type(counts) is np.ndarray, (
        f"confusion_matrix should return a NumPy array, but it returned {kind_of(counts)}."
    )
    assert counts.dtype.kind in "iu", (
        f"The matrix counts, so it should hold ints, but it holds {counts.dtype}."
    )
    assert counts.shape == (k, k), (
        f"For {k} classes the matrix should have shape {(k, k)}, but it has {counts.shape}. Does "
        "its size depend on which labels occur?"
    )
    return counts.tolist()


def shares_of(rows):
    """Return the submission's shares for a table of counts, once their form is right."""
    matrix = np.asarray(rows)
    shares = row_shares(matrix)
    assert type(shares) is np.ndarray, (
        f"row_shares should return a NumPy array, but it returned {kind_of(shares)}."
    )
    assert shares.dtype.kind == "f", f"Shares are floats, but yours are {shares.dtype}."
    assert shares.shape == matrix.shape, (
        f"The shares should have the shape of the counts, {matrix.shape}, not {shares.shape}."
    )
    return np.array(shares, dtype=float)


def test_worked_values():
    """confusion_matrix: a table counted by hand"""
    y_true, y_pred = np.array([1, 0, 2, 2, 0, 2, 1]), np.array([1, 1, 0, 2, 0, 0, 1])
    expected = [[1, 1, 0], [0, 2, 0], [2, 0, 1]]
    got = counts_of(y_true, y_pred, 3)
    assert got != [[1, 0, 2], [1, 2, 0], [0, 0, 1]], (
        "Two examples of class 2 were taken for class 0. Your table says the opposite: which of "
        "the two labels is the row?"
    )
    assert got == expected, (
        f"For the truth {y_true.tolist()} and the predictions {y_pred.tolist()} the table is "
        f"{expected}, but yours is {got}."
    )


def test_many_examples():
    """confusion_matrix: pairs counted one by one"""
    for seed, (n, k) in enumerate([(40, 2), (60, 4), (25, 7)]):
        y_true, y_pred = sample(seed, n, k)
        expected, got = by_counting(y_true, y_pred, k), counts_of(y_true, y_pred, k)
        assert got == expected, (
            f"For {n} examples of {k} classes the table is {expected}, but yours is {got}. It "
            f"should add up to {n}, since each example counts once; yours adds up to {np.sum(got)}."
        )


def test_one_pair_again_and_again():
    """confusion_matrix: a pair that occurs 1000 times counts 1000 times"""
    ones = np.ones(1000, dtype=np.int64)
    got = counts_of(ones, 0 * ones, 2)
    assert got == [[0, 0], [1000, 0]], (
        f"A thousand examples of class 1 were taken for class 0, but your table is {got}. What "
        "does `+=` do with an index that is listed twice?"
    )


def test_classes_that_do_not_occur():
    """confusion_matrix: classes that do not occur have a row and a column"""
    for k in [4, 5]:
        expected = [[0] * k for _ in range(k)]
        expected[1][3], expected[3][3] = 2, 1
        got = counts_of(np.array([1, 3, 1]), np.array([3, 3, 3]), k)
        assert got == expected, (
            f"Of {k} classes only 1 and 3 occur. The table is {expected}, but yours is {got}."
        )
    assert counts_of(np.array([0, 0]), np.array([0, 0]), 1) == [[2]], (
        "With a single class the table has one entry, the number of examples, 2."
    )


def test_small_integer_types():
    """confusion_matrix: labels of 8 bits"""
    for dtype in [np.uint8, np.int8]:
        y_true, y_pred = sample(5, 300, 20, dtype)
        expected, got = by_counting(y_true, y_pred, 20), counts_of(y_true, y_pred, 20)
        assert got == expected, (
            f"With labels of the type {y_true.dtype} and 20 classes the counts are wrong. Does "
            "your code calculate with labels? 19 * 20 does not fit into 8 bits."
        )


def test_no_examples():
    """confusion_matrix: no examples give zeros"""
    nothing = np.zeros(0, dtype=np.int64)
    got = counts_of(nothing, nothing, 3)
    assert got == [[0] * 3] * 3, f"Without examples all counts are 0, but yours are {got}."


def test_shares_worked_values():
    """row_shares: a table divided by hand"""
    got = shares_of([[6, 2, 0], [1, 3, 1], [0, 1, 1]])
    expected = [[0.75, 0.25, 0.0], [0.2, 0.6, 0.2], [0.0, 0.5, 0.5]]
    assert not np.allclose(got.sum(), 1), (
        "Your shares add up to 1 over the whole table. Each row should add up to 1: the share is "
        "one of the examples of its class."
    )
    assert not np.allclose(got.sum(axis=0), 1), (
        "Your columns add up to 1. Each row should: the share is one of the examples of its class."
    )
    assert np.all(got.sum(axis=1) < 1.001), (
        f"Your rows add up to {got.sum(axis=1).round(6).tolist()}, and shares of one class cannot "
        "add up to more than 1. Which total divides which entry?"
    )
    assert np.allclose(got, expected, rtol=1e-9), (
        f"The totals of the rows are 8, 5 and 2, so the shares are {expected}, but yours are "
        f"{got.round(6).tolist()}. Is every row divided by its own total?"
    )


def test_shares_of_rows_add_up_to_one():
    """row_shares: rows add up to 1, and shares say what the counts say"""
    for seed, k in enumerate([2, 5, 9]):
        rows = np.random.default_rng(seed + 20).integers(1, 50, size=(k, k)).tolist()
        got = shares_of(rows)
        assert np.allclose(got.sum(axis=1), 1, rtol=1e-9), (
            f"Each row of shares should add up to 1, but yours add up to "
            f"{got.sum(axis=1).round(6).tolist()}."
        )
        back = [[share * sum(row) for share in line] for line, row in zip(got, rows, strict=True)]
        assert np.allclose(back, rows, rtol=1e-9), (
            "A share times the total of its row should be the count again, but yours is not."
        )


def test_shares_of_a_class_without_examples():
    """row_shares: a class without examples has shares of 0"""
    for rows in [[[3, 1], [0, 0]], [[0, 0, 0], [0, 0, 0], [1, 0, 0]], [[0]]]:
        got = shares_of(rows)
        assert np.all(np.isfinite(got)), (
            f"For {rows} your shares are {got.tolist()}. A row of zeros has the total 0, and its "
            "shares should be 0."
        )
        expected = [[count / (sum(row) or 1) for count in row] for row in rows]
        assert np.allclose(got, expected, rtol=1e-9), (
            f"For {rows} the shares are {expected}, but yours are {got.tolist()}."
        )


def test_inputs_are_left_unchanged():
    """y_true, y_pred and matrix are left unchanged"""
    y_true, y_pred = sample(30, 12, 3)
    matrix = np.array([[2, 2], [0, 0]])
    given = {"y_true": y_true, "y_pred": y_pred, "matrix": matrix}
    before = {name: array.copy() for name, array in given.items()}
    counts_of(y_true, y_pred, 3)
    shares_of(matrix)
    for name, array in given.items():
        assert np.array_equal(array, before[name]), (
            f"{name} holds other numbers afterwards. The caller still needs it."
        )
