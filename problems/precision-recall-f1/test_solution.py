"""Hidden tests of precision-recall-f1.

The oracle goes through the examples one by one, in fractions, and takes F1 as the harmonic mean.
Precision, recall, F1 and each mean are compared on lines of their own.
"""

from fractions import Fraction

import numpy as np
from solution import class_scores, mean_f1

NAMES = ["precision", "recall", "f1"]
AVERAGES = ["macro", "weighted", "micro"]


def sample(seed, n, k):
    """Return random labels and predictions, right in about half of the cases, classes unequal."""
    generator = np.random.default_rng(seed)
    y_true = np.minimum(generator.geometric(0.4, size=n) - 1, k - 1)
    guess = generator.integers(0, k, size=n)
    return y_true, np.where(generator.random(n) < 0.4, y_true, guess)


def slow_scores(y_true, y_pred, label):
    """Return precision, recall and F1 of one class, as fractions."""
    pairs = list(zip(y_true.tolist(), y_pred.tolist(), strict=True))
    claimed = [true == label for true, predicted in pairs if predicted == label]
    cases = [predicted == label for true, predicted in pairs if true == label]
    precision = Fraction(sum(claimed), len(claimed)) if claimed else Fraction(0)
    recall = Fraction(sum(cases), len(cases)) if cases else Fraction(0)
    if not precision:
        return precision, recall, Fraction(0)
    return precision, recall, 2 / (1 / precision + 1 / recall)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def scores_of(y_true, y_pred, k):
    """Return the submission's three arrays as lists, once their form is right."""
    result = class_scores(y_true, y_pred, k)
    assert type(result) is tuple, (
        f"class_scores should return a tuple (precision, recall, f1), not {kind_of(result)}."
    )
    assert len(result) == 3, f"class_scores should return three arrays, not {len(result)}."
    for name, array in zip(NAMES, result, strict=True):
        assert type(array) is np.ndarray, f"{name} should be an array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
        assert array.shape == (k,), (
            f"For {k} classes {name} should have shape {(k,)}, but it has {array.shape}."
        )
    return [array.tolist() for array in result]


def mean_of(y_true, y_pred, k, average):
    """Return the submission's mean as a float, once its form is right."""
    value = mean_f1(y_true, y_pred, k, average)
    assert type(value) is float or type(value) is np.float64, (
        f'mean_f1 with "{average}" should return a float, but it returned {kind_of(value)}.'
    )
    return float(value)


def test_worked_values():
    """class_scores: scores computed by hand"""
    y_true = np.array([0, 0, 0, 0, 0, 1, 1, 1, 2, 2])
    y_pred = np.array([0, 0, 0, 0, 1, 1, 0, 2, 2, 0])
    precision, recall, f1 = scores_of(y_true, y_pred, 3)
    assert not np.allclose([precision, recall], [[0.8, 1 / 3, 0.5], [2 / 3, 0.5, 0.5]]), (
        "Class 0 is predicted six times, four of them rightly, so its precision is 4/6. Yours is "
        "its recall: the two have changed places."
    )
    assert np.allclose(precision, [2 / 3, 0.5, 0.5], rtol=1e-9), (
        f"The classes are predicted 6, 2 and 2 times, rightly 4, 1 and 1 times, so the precision "
        f"is [4/6, 1/2, 1/2], but yours is {precision}."
    )
    assert np.allclose(recall, [0.8, 1 / 3, 0.5], rtol=1e-9), (
        "The classes occur 5, 3 and 2 times and are found 4, 1 and 1 times, so the recall is "
        f"[4/5, 1/3, 1/2], but yours is {recall}."
    )
    assert np.allclose(f1, [8 / 11, 0.4, 0.5], rtol=1e-9), (
        f"F1 is [8/(6+5), 2/(2+3), 2/(2+2)], but yours is {f1}. It lies nearer to the smaller of "
        "precision and recall."
    )


def test_one_example_at_a_time():
    """class_scores: every class, one example at a time"""
    for seed, (n, k) in enumerate([(30, 2), (80, 5), (12, 7), (1, 1)]):
        y_true, y_pred = sample(seed, n, k)
        got = scores_of(y_true, y_pred, k)
        slow = zip(*[slow_scores(y_true, y_pred, label) for label in range(k)], strict=True)
        for name, values, fractions in zip(NAMES, got, slow, strict=True):
            expected = [float(value) for value in fractions]
            assert np.allclose(values, expected, rtol=1e-9), (
                f"For {n} examples of {k} classes, {name} is {np.round(expected, 6).tolist()}, but "
                f"yours is {np.round(values, 6).tolist()}."
            )


def test_never_predicted():
    """class_scores: a class that is never predicted"""
    got = scores_of(np.array([0, 1, 1, 0]), np.array([0, 0, 0, 0]), 2)
    assert np.all(np.isfinite(got)), f"Class 1 is never predicted, and your scores are {got}."
    assert got[0] == [0.5, 0.0], (
        f"A class that is never predicted has the precision 0, so it is [0.5, 0], not {got[0]}."
    )
    assert np.allclose(got[1:], [[1.0, 0.0], [2 / 3, 0.0]], rtol=1e-9), (
        f"Recall is [1, 0] and F1 is [2/3, 0], but yours are {got[1:]}."
    )


def test_never_true():
    """class_scores: a class that never occurs"""
    got = scores_of(np.array([0, 0, 0, 0]), np.array([2, 0, 0, 0]), 4)
    assert np.all(np.isfinite(got)), f"Only class 0 occurs, and your scores are {got}."
    expected = [[1.0, 0.0, 0.0, 0.0], [0.75, 0.0, 0.0, 0.0], [6 / 7, 0.0, 0.0, 0.0]]
    assert np.allclose(got, expected, rtol=1e-9), (
        "Class 2 is predicted once but never occurs, 1 and 3 are neither, and a division by 0 "
        f"counts as 0, so the scores are {expected}, but yours are {got}."
    )


def test_mirror():
    """class_scores: truth and prediction exchanged exchange precision and recall"""
    y_true, y_pred = sample(20, 50, 4)
    one, other = scores_of(y_true, y_pred, 4), scores_of(y_pred, y_true, 4)
    assert one[0] == other[1] and one[1] == other[0], (
        "With truth and prediction exchanged, what was precision should be recall, but "
        f"{one[:2]} became {other[:2]}."
    )
    assert np.allclose(one[2], other[2], rtol=1e-9), (
        f"F1 treats truth and prediction alike, but exchanging them turned {one[2]} to {other[2]}."
    )


def test_macro():
    """mean_f1: macro, every class alike"""
    got = mean_of(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), 2, "macro")
    assert not np.isclose(got, 30 / 38, rtol=1e-6), (
        "Your macro F1 is the harmonic mean of the macro precision, 3/4, and the macro recall, "
        "5/6. It should be the mean of the two classes' F1."
    )
    assert np.isclose(got, 11 / 15, rtol=1e-9), (
        f"F1 is 4/5 for class 0 and 2/3 for class 1, so the macro mean is 11/15, not {got:.6g}."
    )
    got = mean_of(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), 4, "macro")
    assert np.isclose(got, 11 / 30, rtol=1e-9), (
        "Classes 2 and 3 do not occur and have the F1 0. All four classes count, so the macro mean "
        f"is (4/5 + 2/3 + 0 + 0) / 4 = 11/30, but yours is {got:.6g}."
    )


def test_weighted():
    """mean_f1: weighted, by how often a class occurs"""
    got = mean_of(np.array([0, 0, 0, 0, 1]), np.array([0, 1, 1, 0, 1]), 3, "weighted")
    assert not np.isclose(got, 17 / 30, rtol=1e-6), (
        "Your weights are how often a class is predicted. They should be how often it is true."
    )
    assert np.isclose(got, 19 / 30, rtol=1e-9), (
        "F1 is 2/3 for class 0, which occurs four times, 1/2 for class 1, which occurs once, and 0 "
        "for class 2, which does not occur, so the weighted mean is (4 * 2/3 + 1/2) / 5 = 19/30, "
        f"but yours is {got:.6g}."
    )


def test_micro():
    """mean_f1: micro, the share of correct predictions"""
    for seed, (n, k) in enumerate([(10, 2), (60, 5), (7, 9)]):
        y_true, y_pred = sample(seed + 30, n, k)
        right = sum(a == b for a, b in zip(y_true.tolist(), y_pred.tolist(), strict=True))
        got = mean_of(y_true, y_pred, k, "micro")
        assert np.isclose(got, right / n, rtol=1e-9), (
            f"Of {n} predictions {right} are right. Every other is a false claim once and a missed "
            f"case once, so micro F1 is {right}/{n} = {right / n:.6g}, not {got:.6g}."
        )


def test_means_at_their_ends():
    """mean_f1: 1 if everything is right, 0 if nothing is"""
    y_true = np.array([0, 1, 2, 2])
    for average in AVERAGES:
        got = mean_of(y_true, y_true.copy(), 3, average)
        assert np.isclose(got, 1.0, rtol=1e-9), (
            f"All predictions are right, so the {average} mean is 1, not {got}."
        )
        got = mean_of(y_true, np.array([1, 2, 0, 0]), 3, average)
        assert got == 0.0, f"No prediction is right, so the {average} mean is 0, not {got}."


def test_inputs_are_left_unchanged():
    """y_true and y_pred are left unchanged"""
    y_true, y_pred = sample(40, 12, 3)
    true_before, pred_before = y_true.copy(), y_pred.copy()
    scores_of(y_true, y_pred, 3)
    for average in AVERAGES:
        mean_of(y_true, y_pred, 3, average)
    assert np.array_equal(y_true, true_before), "y_true holds other labels afterwards."
    assert np.array_equal(y_pred, pred_before), "y_pred holds other labels afterwards."
