"""Hidden tests of decision-tree-split.

The oracle tries every threshold on every feature and counts in fractions, so that ties are exact.
Feature, threshold and gain are compared on lines of their own.
"""

from fractions import Fraction
from itertools import pairwise, permutations

import numpy as np
from solution import best_split, gini


def sample(seed, n, d, places, classes):
    """Return features on a few places, and labels that depend on the last feature."""
    generator = np.random.default_rng(seed)
    x = generator.integers(0, places, size=(n, d)) / 2 - 1
    noisy = x[:, -1] * 2 + generator.integers(0, 3, size=n)
    return x, (noisy.astype(np.int64) % classes) * 7 - 3


def impurity(labels):
    """Count the ordered pairs of labels that differ, as a fraction of all."""
    different = sum(a != b for a in labels for b in labels)
    return Fraction(different, len(labels) ** 2)


def every_split(x, y):
    """Return (gain, feature, threshold) of every split."""
    labels, found = y.tolist(), []
    for feature, column in enumerate(x.T.tolist()):
        values = sorted(set(column))
        for low, high in pairwise(values):
            threshold = (low + high) / 2
            left = [label for value, label in zip(column, labels, strict=True) if value < high]
            right = [label for value, label in zip(column, labels, strict=True) if value > low]
            mixed = len(left) * impurity(left) + len(right) * impurity(right)
            found.append((impurity(labels) - mixed / len(labels), feature, threshold))
    return found


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def number(value, name):
    """Return a returned number as a float, once its form is right."""
    assert type(value) is float or type(value) is np.float64, (
        f"{name} should be a float, but it is {kind_of(value)}."
    )
    return float(value)


def split_of(x, y):
    """Return the submission's feature, threshold and gain, once their form is right."""
    result = best_split(x, y)
    assert type(result) is tuple, (
        f"best_split should return a tuple (feature, threshold, gain), not {kind_of(result)}."
    )
    assert len(result) == 3, f"best_split should return three things, not {len(result)}."
    feature = result[0]
    assert type(feature) is int or type(feature) in (np.int64, np.int32), (
        f"The feature should be an int, the number of a column, but it is {kind_of(feature)}."
    )
    return int(feature), number(result[1], "The threshold"), number(result[2], "The gain")


def compare(x, y, expected, why):
    """Compare the submission's split with the expected one, part by part."""
    feature, threshold, gain = split_of(x, y)
    assert feature == expected[0], (
        f"{why} The best split is by feature {expected[0]}, but yours is by feature {feature}."
    )
    assert np.isclose(threshold, expected[1], rtol=1e-9), (
        f"{why} The best threshold of feature {feature} is {expected[1]}, but yours is {threshold}."
    )
    assert np.isclose(gain, expected[2], rtol=0, atol=1e-9), (
        f"{why} This split gains {expected[2]:.6g}, but you return {gain:.6g}."
    )


def test_impurity_worked_values():
    """gini: labels counted by hand"""
    for labels, expected in [([1, 2, 3, 4], 0.75), ([9, -9] * 5, 0.5)]:
        got = number(gini(np.array(labels)), "The impurity")
        assert np.isclose(got, expected, rtol=1e-9), (
            f"The impurity of {labels} is {expected}, but yours is {got:.6g}."
        )
    got = number(gini(np.array([0, 1, 0, 0])), "The impurity")
    assert np.isclose(got, 0.375, rtol=1e-9), (
        "The shares of [0, 1, 0, 0] are 3/4 and 1/4, so the impurity is 1 - 9/16 - 1/16 = 0.375, "
        f"but yours is {got:.6g}."
    )
    for labels in [[4], [-2, -2, -2]]:
        got = number(gini(np.array(labels)), "The impurity")
        assert got == 0, f"The labels {labels} are not mixed at all, so 0 is due, not {got}."


def test_impurity_is_a_probability():
    """gini: the chance that two labels differ"""
    for seed, (n, classes) in enumerate([(7, 2), (20, 3), (30, 9)]):
        y = np.random.default_rng(seed).integers(0, classes, size=n) * 100 - 150
        got, expected = number(gini(y), "The impurity"), float(impurity(y.tolist()))
        assert np.isclose(got, expected, rtol=1e-9), (
            f"Two of the labels {y.tolist()}, drawn with putting back, differ with the probability "
            f"{expected:.6g}, but your impurity is {got:.6g}."
        )


def test_worked_values():
    """best_split: one feature, six examples"""
    x = np.array([[8.0], [1.0], [20.0], [3.0], [2.0], [7.0]])
    y = np.array([0, 0, 1, 0, 0, 1])
    feature, threshold, gain = split_of(x, y)
    assert feature == 0, f"There is one feature, 0, but yours is {feature}."
    assert threshold != 14.0, (
        "Your split parts one example from five. That part is pure but small: does each part count "
        "in proportion to its size?"
    )
    assert threshold not in (3.0, 7.0), (
        f"Your threshold {threshold} is one of the values. It should lie in the middle between two."
    )
    assert threshold == 5.0, (
        "Sorted by value the labels are 0, 0, 0, 1, 0, 1. The best cut is after the third, between "
        f"the values 3 and 7, so the threshold is 5, but yours is {threshold}."
    )
    assert np.isclose(gain, 2 / 9, rtol=0, atol=1e-9), (
        "The impurity is 4/9 at first. The left half is pure, the right half has 4/9, which counts "
        f"half. So the gain is 2/9 = 0.222222, but yours is {gain:.6g}."
    )


def test_every_threshold_of_every_feature():
    """best_split: every threshold of every feature tried"""
    for seed, (n, d, places, classes) in enumerate(
        [(12, 3, 9, 2), (25, 4, 40, 3), (15, 5, 6, 4), (30, 2, 12, 2), (2, 1, 30, 2)]
    ):
        x, y = sample(seed + 11, n, d, places, classes)
        splits = every_split(x, y)
        most = max(gain for gain, _, _ in splits)
        first = next(split for split in splits if split[0] == most)
        why = f"{n} examples with {d} features and {classes} classes:"
        compare(x, y, (first[1], first[2], float(first[0])), why)


def test_impurity_is_that_of_gini():
    """best_split: by Gini, not by errors or entropy"""
    for labels, expected in [
        ([0, 0, 0, 0, 1, 0, 0, 1], (0, 6.5, 9 / 56)),
        ([0, 0, 0, 1, 0, 1, 0, 0, 0, 0], (0, 5.5, 4 / 75)),
    ]:
        x, y = np.arange(float(len(labels)))[:, None], np.array(labels)
        compare(x, y, expected, f"The labels {labels} in the order of the only feature:")


def test_equal_values_stay_together():
    """best_split: equal values stay together"""
    x = np.array([[1.0, 5.0], [1.0, 5.0], [1.0, 5.0], [4.0, 5.0], [4.0, 5.0], [4.0, 5.0]])
    compare(
        x,
        np.array([0, 0, 1, 1, 0, 1]),
        (0, 2.5, 1 / 18),
        "Feature 0 has three values of 1 and three of 4, feature 1 only values of 5.",
    )


def test_equally_good_splits():
    """best_split: of equally good splits the first"""
    column = np.array([3.0, 1.0, 4.0, 2.0])
    x = np.stack([np.zeros(4), column, -column, column], axis=1)
    compare(
        x,
        np.array([1, 0, 1, 0]),
        (1, 2.5, 0.5),
        "Features 1, 2 and 3 all part the labels without error.",
    )
    for labels in [[0, 1, 1, 0], [2, 5, 5, 5, 2, 2, 5, 5, 5, 2]]:
        splits = every_split(np.arange(float(len(labels)))[:, None], np.array(labels))
        most = max(gain for gain, _, _ in splits)
        compare(
            np.arange(float(len(labels)))[:, None],
            np.array(labels),
            next((f, t, float(g)) for g, f, t in splits if g == most),
            f"The labels {labels}, in the order of the only feature, can be cut equally well from "
            "either end.",
        )


def test_rounding_does_not_decide():
    """best_split: rounding does not decide between equals"""
    for part in [[0, 1, 1], [0, 1, 1, 2, 2, 2], [3, 3, 4, 4, 4], [0, 1, 2, 3, 4, 5, 5]]:
        places = np.repeat(np.arange(6.0), len(part))
        for x in [places[:, None], np.stack([places % 3, places], axis=1)]:
            compare(
                x,
                np.array(part * 6),
                (0, 0.5, 0.0),
                f"Wherever you look, the labels are {part}, so all splits gain 0, up to rounding.",
            )
    mixtures = [list(order) for order in permutations([5, 7, 1])]  # of 7 labels of each class
    x = np.array([[0.0] * n + [1.0] * (7 - n) for order in mixtures for n in order])
    x = x.reshape(6, 21).T  # one feature for each mixture
    y = np.repeat([0, 1, 2], 7)
    gain = impurity(y.tolist()) - (13 * Fraction(94, 169) + 8 * Fraction(24, 64)) / 21
    for shift in range(6):
        compare(
            np.roll(x, shift, axis=1),
            y,
            (0, 0.5, float(gain)),
            "Each feature puts 5, 7 and 1 of the three classes to the left, in another order, so "
            "all are equally good, up to rounding.",
        )


def test_a_split_without_gain():
    """best_split: a split that gains nothing is returned"""
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    for labels, why in [
        ([0, 1, 1, 0], "The labels are XOR, and no single question helps."),
        ([6, 6, 6, 6], "All labels are the same."),
    ]:
        compare(x, np.array(labels), (0, 0.5, 0.0), why + " All splits gain 0, the first counts.")


def test_no_split():
    """best_split: None if every feature is constant"""
    for x, labels in [
        (np.array([[1.0, 2.0]]), [3]),
        (np.array([[1.0, 2.0], [1.0, 2.0], [1.0, 2.0]]), [0, 1, 0]),
    ]:
        got = best_split(x, np.array(labels))
        assert got is None, (
            f"All examples of {x.tolist()} are alike, so there is no split: None, not {got}."
        )
        split_of(np.vstack([x, x + 1]), np.array(labels * 2))


def test_inputs_are_left_unchanged():
    """x and y are left unchanged"""
    x, y = sample(30, 14, 3, 20, 3)
    x_before, y_before = x.copy(), y.copy()
    number(gini(y), "The impurity")
    split_of(x, y)
    assert np.array_equal(x, x_before), "best_split changed x: sort a copy of each column."
    assert np.array_equal(y, y_before), "y holds other labels afterwards: sort a copy."
