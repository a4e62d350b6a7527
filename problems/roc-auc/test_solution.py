"""Hidden tests of roc-auc.

The oracle lets every positive meet every negative. Ranks are tested apart from the area, and the
area without ties apart from the area with them.
"""

import math

import numpy as np
from solution import average_ranks, roc_auc


def sample(seed, n, places=None):
    """Return labels of both kinds, and scores: all different, or on a few places."""
    generator = np.random.default_rng(seed)
    y_true = (generator.random(n) < 0.4).astype(np.int64)
    y_true[:2] = [0, 1]
    if places is None:
        return y_true, generator.normal(size=n) + y_true
    return y_true, generator.integers(0, places, size=n) / 4


def all_pairs(y_true, scores):
    """Let every positive meet every negative, and return the share that the positives win."""
    labelled = list(zip(y_true.tolist(), scores.tolist(), strict=True))
    positives = [score for label, score in labelled if label == 1]
    negatives = [score for label, score in labelled if label == 0]
    points = sum(2 * (p > n) + (p == n) for p in positives for n in negatives)
    return points / (2 * len(positives) * len(negatives))


def slow_ranks(values):
    """Rank each value by counting those below it and those equal to it."""
    numbers = values.tolist()
    return [
        sum(other < value for other in numbers) + (numbers.count(value) + 1) / 2
        for value in numbers
    ]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def ranks_of(values):
    """Return the submission's ranks as a list, once their form is right."""
    ranks = average_ranks(values)
    assert type(ranks) is np.ndarray, (
        f"average_ranks should return a NumPy array, but it returned {kind_of(ranks)}."
    )
    assert ranks.shape == values.shape, (
        f"For {len(values)} values there should be ranks of shape {values.shape}, not "
        f"{ranks.shape}. Equal values have a rank each."
    )
    assert ranks.dtype.kind == "f", (
        f"Ranks can be halves, so they should be floats, but yours are {ranks.dtype}."
    )
    return ranks.tolist()


def auc_of(y_true, scores):
    """Return the submission's area as a float, once its form is right."""
    area = roc_auc(y_true, scores)
    assert type(area) is float or type(area) is np.float64, (
        f"roc_auc should return a float, but it returned {kind_of(area)}."
    )
    return float(area)


def test_ranks_worked_values():
    """average_ranks: values ranked by hand"""
    got = ranks_of(np.array([0.5, -3.0, 20.0, 0.25]))
    assert got != [2.0, 0.0, 3.0, 1.0], "Your ranks begin at 0. The smallest value has rank 1."
    assert got == [3.0, 1.0, 4.0, 2.0], (
        f"The ranks of 0.5, -3, 20 and 0.25 are [3, 1, 4, 2], but yours are {got}."
    )
    got = ranks_of(np.array([2.0, 5.0, 2.0, 5.0, 2.0, 9.0]))
    assert len(set(got)) == 3, (
        f"Of 2, 5, 2, 5, 2 and 9 equal values should have equal ranks, but yours are {got}."
    )
    assert got[5] == 6.0, (
        f"Five values of 2, 5, 2, 5, 2 and 9 are below 9, so its rank is 6, not {got[5]}."
    )
    assert got[0] != 1.0, (
        "Three values of 2 occupy the places 1, 2 and 3. You give each of them the first; they "
        "should share the mean."
    )
    assert got == [2.0, 4.5, 2.0, 4.5, 2.0, 6.0], (
        "Three values of 2 occupy the places 1, 2 and 3, so each has rank 2; two values of 5 "
        f"occupy 4 and 5, so each has 4.5; 9 has 6. Yours are {got}."
    )


def test_ranks_of_many_values():
    """average_ranks: many values with many ties"""
    for seed, (n, places) in enumerate([(1, 1), (9, 1), (30, 6), (25, None)]):
        values = np.random.default_rng(seed).normal(size=n)
        if places is not None:
            values = np.random.default_rng(seed).integers(0, places, size=n) * 0.5
        got, expected = ranks_of(values), slow_ranks(values)
        assert got == expected, (
            f"The ranks of {values.tolist()} are {expected}, but yours are {got}."
        )


def test_worked_values():
    """roc_auc: pairs counted by hand"""
    y_true = np.array([1, 0, 1, 1, 0, 0, 0])
    scores = np.array([0.8, 0.7, 0.6, 0.1, 0.5, 0.3, 0.2])
    got = auc_of(y_true, scores)
    assert not math.isclose(got, 5 / 12, rel_tol=1e-9), (
        "Your area is the share that the negatives win. Who is to stand above whom?"
    )
    assert math.isclose(got, 7 / 12, rel_tol=1e-9), (
        "The positives 0.8, 0.6 and 0.1 beat 4, 3 and 0 of the four negatives. That is 7 of 12 "
        f"pairs, 0.583333, but your area is {got:.6g}."
    )


def test_ties_count_half():
    """roc_auc: ties count half"""
    got = auc_of(np.array([1, 0]), np.array([0.3, 0.3]))
    assert got == 0.5, f"A single pair that ties counts half, so the area is 0.5, not {got}."
    y_true, scores = np.array([1, 1, 0, 0, 0]), np.array([3.0, 2.0, 2.0, 2.0, 1.0])
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 1, 3, 0, 4]]:
        got = auc_of(y_true[order], scores[order])
        assert math.isclose(got, 5 / 6, rel_tol=1e-9), (
            "The positive 3 wins three pairs; the positive 2 ties twice and wins once. That is 5 "
            f"of 6 pairs, 0.833333, in whatever order they stand, but your area is {got:.6g}."
        )


def test_every_pair():
    """roc_auc: every positive meets every negative"""
    for seed, (n, places) in enumerate([(2, None), (20, None), (35, None), (40, 5), (31, 12)]):
        y_true, scores = sample(seed + 10, n, places)
        got, expected = auc_of(y_true, scores), all_pairs(y_true, scores)
        assert math.isclose(got, expected, rel_tol=1e-9), (
            f"For {n} examples{' with many ties' if places else ''} the positives win a share of "
            f"{expected:.6g} of the pairs, but your area is {got:.6g}."
        )


def test_only_the_order_counts():
    """roc_auc: only the order of the scores counts"""
    y_true, scores = sample(20, 24, 9)
    area = all_pairs(y_true, scores)
    close = np.spacing(1.0) * (scores * 4).round() + 1.0  # neighbouring floats just above 1
    for what, moved in {
        "Multiplying the scores by 1000 and subtracting 5000": scores * 1000 - 5000,
        "Taking the exponential of the scores": np.exp(scores),
        "Moving the scores as close to each other as floats can be": close,
    }.items():
        got = auc_of(y_true, moved)
        assert math.isclose(got, area, rel_tol=1e-9), (
            f"{what} keeps their order, so the area stays {area:.6g}, but yours becomes {got:.6g}."
        )
    for what, labels, moved in [
        ("Turning the scores round", y_true, -scores),
        ("Exchanging the classes", 1 - y_true, scores),
    ]:
        got = auc_of(labels, moved)
        assert math.isclose(got, 1 - area, rel_tol=1e-9), (
            f"{what} turns the area {area:.6g} into {1 - area:.6g}, but yours is {got:.6g}."
        )


def test_perfect_and_reversed():
    """roc_auc: 1 for a perfect ranking, 0 for a reversed one"""
    y_true, scores = np.array([0, 1, 0, 1, 1]), np.array([-2.0, 3.0, -1.0, 0.5, 9.0])
    got = auc_of(y_true, scores)
    assert got == 1.0, f"Every positive is above every negative, so the area is 1, not {got}."
    got = auc_of(y_true, -scores)
    assert got == 0.0, f"Every positive is below every negative, so the area is 0, not {got}."


def test_a_missing_class():
    """roc_auc: nan if a class is missing"""
    for labels in [[1, 1, 1], [0, 0], [1], [0]]:
        got = auc_of(np.array(labels), np.arange(len(labels)) * 1.0)
        assert math.isnan(got), f"With the labels {labels} there is no pair: nan, not {got}."


def test_many_examples():
    """roc_auc: 60,000 examples"""
    place = np.arange(60000) * 7919 % 1000  # each of 1000 scores 60 times
    y_true = (np.arange(60000) // 1000 < 15 + place // 40).astype(np.int64)
    won, below = 0, 0
    for score in range(1000):
        positives = 15 + score // 40  # of the 60 examples with this score
        won += positives * (2 * below + 60 - positives)
        below += 60 - positives
    expected = won / (2 * below * (60000 - below))
    got = auc_of(y_true, place / 1000)
    assert math.isclose(got, expected, rel_tol=1e-9), (
        f"For 60,000 examples on 1000 scores the area is {expected:.6g}, but yours is {got:.6g}."
    )


def test_inputs_are_left_unchanged():
    """values, y_true and scores are left unchanged"""
    y_true, scores = sample(30, 10, 4)
    true_before, scores_before = y_true.copy(), scores.copy()
    ranks_of(scores)
    assert np.array_equal(scores, scores_before), "average_ranks changed values: sort a copy."
    auc_of(y_true, scores)
    assert np.array_equal(scores, scores_before), "roc_auc changed scores: sort a copy."
    assert np.array_equal(y_true, true_before), "roc_auc changed y_true: work on a copy."
