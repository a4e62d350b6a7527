"""Hidden tests of knn-classify.

The oracle sorts pairs of distance and row and counts votes with a Counter. Both kinds of ties have
tests of their own.
"""

import math
from collections import Counter

import numpy as np
from solution import knn_classify


def sample(seed, n, m, d, labels):
    """Return random examples with labels, and random queries."""
    generator = np.random.default_rng(seed)
    y_train = np.array(labels)[generator.integers(0, len(labels), size=n)]
    return generator.normal(size=(n, d)), y_train, generator.normal(size=(m, d))


def by_counting(x_train, y_train, x, k):
    """Classify one query at a time."""
    answers = []
    for query in x.tolist():
        pairs = sorted((math.dist(query, row), i) for i, row in enumerate(x_train.tolist()))
        votes = Counter(int(y_train[i]) for _, i in pairs[:k])
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return answers


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def answers_of(x_train, y_train, x, k):
    """Return the submission's answers as a list, once their form is right."""
    answers = knn_classify(x_train, y_train, x, k)
    assert type(answers) is np.ndarray, (
        f"knn_classify should return a NumPy array, but it returned {kind_of(answers)}."
    )
    assert answers.dtype.kind in "iu", f"The labels should be ints, but they are {answers.dtype}."
    assert answers.shape == (len(x),), (
        f"For {len(x)} queries the answers should have shape {(len(x),)}, not {answers.shape}."
    )
    return answers.tolist()


def test_worked_values():
    """knn_classify: queries answered by hand"""
    x_train = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0], [9.0, 9.0], [8.0, 9.0], [9.0, 7.0]])
    y_train = np.array([3, 5, 3, 5, 5, 3])
    queries = np.array([[1.0, 1.5], [8.5, 8.5], [2.5, 0.0]])
    got = answers_of(x_train, y_train, queries, 3)
    assert got == [3, 5, 3], (
        "The three nearest examples of the queries have the labels (3, 3, 5), (5, 5, 3) and "
        f"(5, 3, 3), so the answers are [3, 5, 3], not {got}."
    )


def test_many_queries():
    """knn_classify: many examples, queries and neighbours"""
    for seed, (n, m, d, k) in enumerate([(20, 9, 2, 3), (15, 6, 4, 5), (9, 12, 1, 4)]):
        x_train, y_train, x = sample(seed, n, m, d, [0, 1, 2])
        expected = by_counting(x_train, y_train, x, k)
        got = answers_of(x_train, y_train, x, k)
        assert got == expected, (
            f"For {m} queries, {n} examples in {d} dimensions and k = {k} the answers are "
            f"{expected}, but yours are {got}."
        )


def test_the_nearest_one():
    """knn_classify: with k = 1 every example answers for itself"""
    x_train, y_train, _ = sample(10, 8, 1, 3, [4, 6, 9])
    got = answers_of(x_train, y_train, x_train, 1)
    assert got == y_train.tolist(), (
        "Each example is its own nearest neighbour, so with k = 1 the examples as queries give "
        f"their own labels {y_train.tolist()}, but yours are {got}."
    )


def test_distance_is_the_straight_line():
    """knn_classify: distances are those of the straight line"""
    x_train = np.array([[3.0, 0.0], [2.2, 2.2], [0.0, -3.2], [-2.9, 1.0]])
    got = answers_of(x_train, np.array([1, 2, 3, 4]), np.zeros((1, 2)), 1)
    assert got == [1], (
        "From (0, 0) it is 3 to the first example, 3.11 to the second, 3.2 to the third and 3.07 "
        f"to the fourth, so the first answers, 1, not {got[0]}."
    )


def test_everybody_votes():
    """knn_classify: with k = n the most frequent label wins everywhere"""
    x_train, _, x = sample(11, 7, 4, 2, [0])
    got = answers_of(x_train, np.array([8, 2, 8, 2, 2, 5, 5]), x, 7)
    assert got == [2, 2, 2, 2], (
        f"When all seven examples vote, the label 2 has three votes and wins everywhere, not {got}."
    )


def test_labels_are_only_names():
    """knn_classify: labels are names, not numbers to calculate with"""
    x_train, x = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([[0.9], [60.0]])
    got = answers_of(x_train, np.array([-100, 1000, 1000, 0]), x, 3)
    assert got == [1000, 1000], (
        "The neighbours' labels are (1000, -100, 1000) and (0, 1000, 1000), so both answers are "
        f"1000, not {got}. A label may be negative or large."
    )


def test_equal_distances():
    """knn_classify: of equally near examples the first row counts"""
    x_train = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]] * 6)
    y_train = np.array([5] + [1] * 11 + [9] * 12)
    got = answers_of(x_train, y_train, np.zeros((1, 2)), 1)
    assert got == [5], (
        "All examples are equally near. With k = 1 the one in row 0 counts, whose label is 5, not "
        f"{got[0]}."
    )
    generator = np.random.default_rng(14)
    x_train = generator.integers(-1, 2, size=(60, 2)) * 1.0  # nine places, so many equal distances
    y_train = generator.integers(0, 6, size=60)
    query = np.zeros((1, 2))
    for k in range(1, 61):
        got, expected = (
            answers_of(x_train, y_train, query, k),
            by_counting(x_train, y_train, query, k),
        )
        assert got == expected, (
            f"Sixty examples lie on nine places, so many are equally near. With k = {k} the answer "
            f"is {expected[0]}, but yours is {got[0]}. Does your sort keep equals in their order?"
        )


def test_equal_votes():
    """knn_classify: of labels with equal votes the smallest wins"""
    x_train = np.array([[1.0], [2.0], [3.0], [4.0]])
    got = answers_of(x_train, np.array([3, 6, 6, 3]), np.array([[0.0], [9.0]]), 4)
    assert got == [3, 3], (
        f"There are two votes for 3 and two for 6, so the smaller label, 3, wins, not {got}."
    )
    got = answers_of(x_train, np.array([6, 3, 3, 6]), np.array([[0.0], [9.0]]), 4)
    assert got == [3, 3], (
        "There are two votes for 6 and two for 3. The smaller label wins, 3, also where the "
        f"nearest example is a 6, but your answers are {got}."
    )
    got = answers_of(x_train, np.array([2, -7, 4, 5]), np.array([[0.0]]), 3)
    assert got == [-7], (
        f"The labels 2, -7 and 4 have one vote each, so the smallest of them, -7, wins, not {got}."
    )


def test_points_far_from_zero():
    """knn_classify: small distances far from zero"""
    x_train, y_train = np.array([[0.0, 0.0], [3.0, 1.0], [1.0, 4.0]]), np.array([1, 2, 3])
    x = np.array([[1.0, 0.0], [3.0, 2.0], [1.0, 3.0]])
    got = answers_of(x_train + 1e8, y_train, x + 1e8, 1)
    assert got == [1, 2, 3], (
        "Moving all points by 1e8 should leave the answers [1, 2, 3] as they are, but yours "
        f"become {got}. Which numbers do you square?"
    )


def test_no_queries():
    """knn_classify: no queries give an empty array"""
    x_train, y_train, _ = sample(12, 4, 1, 2, [0, 1])
    got = answers_of(x_train, y_train, np.zeros((0, 2)), 2)
    assert got == [], f"Without queries there are no answers, but yours are {got}."


def test_inputs_are_left_unchanged():
    """x_train, y_train and x are left unchanged"""
    given = sample(13, 6, 3, 2, [0, 1])
    before = [array.copy() for array in given]
    answers_of(*given, 2)
    for name, array, copy in zip(["x_train", "y_train", "x"], given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"knn_classify changed {name}. Sort positions, not the data."
        )
