"""Hidden tests of softmax-cross-entropy.

Logits are logarithms of whole numbers where values are worked by hand; the oracle is a loop over
plain floats, and the gradient is held against central differences of the oracle.
"""

import math

import numpy as np
from solution import softmax_cross_entropy, softmax_cross_entropy_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(logits, labels):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = softmax_cross_entropy(logits, labels)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"softmax_cross_entropy should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        "softmax_cross_entropy should return one number for the whole batch, "
        f"but it returned an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(logits, labels):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = softmax_cross_entropy_backward(logits, labels)
    assert type(gradient) is np.ndarray, (
        "softmax_cross_entropy_backward should return a NumPy array, "
        f"but it returned {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    assert gradient.shape == logits.shape, (
        f"The gradient should have the shape of the logits, {logits.shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(logits, labels):
    """Compute the loss one row at a time: the product of the labels' probabilities comes first."""
    total = 0.0
    for row, label in zip(logits.tolist(), labels.tolist(), strict=True):
        odds = [math.exp(z - row[label]) for z in row]  # 1 / p is the sum of these
        total += math.log(math.fsum(odds))
    return total / len(labels)


def slopes(logits, labels, step=1e-5):
    """Estimate the gradient: nudge each logit up and down and watch the loss."""
    estimate = np.zeros(logits.shape)
    for index in np.ndindex(logits.shape):
        up, down = logits.copy(), logits.copy()
        up[index] += step
        down[index] -= step
        estimate[index] = (slow_loss(up, labels) - slow_loss(down, labels)) / (2 * step)
    return estimate


def batch(seed, shape):
    """Return logits and labels of a batch."""
    generator = np.random.default_rng(seed)
    labels = generator.integers(shape[1], size=shape[0]).astype(np.int64)
    return generator.normal(size=shape, scale=2), labels


def test_one_row_by_hand():
    """softmax_cross_entropy: one example, by hand"""
    logits = np.log(np.array([[2.0, 3.0, 5.0, 10.0]]))
    for label, odds in enumerate([10, 20 / 3, 4, 2]):
        got = loss_of(logits, np.array([label], dtype=np.int64))
        assert math.isclose(got, math.log(odds), rel_tol=1e-6), (
            f"The exponentials are 2, 3, 5 and 10, so class {label} has the probability 1 / "
            f"{odds:.4g} and costs {math.log(odds):.6g}, but the loss is {got:.6g}."
        )


def test_mean_over_rows():
    """softmax_cross_entropy: the mean over the examples"""
    logits = np.log(np.array([[1.0, 1.0], [3.0, 1.0], [1.0, 7.0]]))
    expected = (math.log(2) + math.log(4) + math.log(8)) / 3
    got = loss_of(logits, np.array([0, 1, 0], dtype=np.int64))
    assert math.isclose(got, expected, rel_tol=1e-6), (
        "The labels had the probabilities 1/2, 1/4 and 1/8, so the mean of their surprises is "
        f"{expected:.6g}, but the loss is {got:.6g}."
    )


def test_against_a_loop():
    """softmax_cross_entropy: agrees with a loop, for any N and C"""
    for seed, shape in enumerate([(5, 3), (3, 5), (4, 4), (1, 6), (7, 2)]):
        logits, labels = batch(130 + seed, shape)
        expected = slow_loss(logits, labels)
        got = loss_of(logits, labels)
        assert math.isclose(got, expected, rel_tol=1e-6), (
            f"For logits of shape {shape} the loss should be {expected:.6g}, not {got:.6g}. "
            "Which axis holds the classes, and which entry of each row is the label's?"
        )


def test_gradient_by_hand():
    """softmax_cross_entropy_backward: one example and two, by hand"""
    single = gradient_of(np.log(np.array([[1.0, 3.0]])), np.array([1], dtype=np.int64))
    assert single[0, 1] < 0, (
        "Raising the logit of the label lowers the loss, so its slope should be negative, "
        f"but it is {single[0, 1]:.4g}."
    )
    assert np.allclose(single, [[0.25, -0.25]], rtol=1e-6), (
        "For one example with the probabilities 1/4 and 3/4 and the label 1 the gradient should "
        f"be [[0.25, -0.25]], not {np.round(single, 4).tolist()}."
    )
    logits = np.log(np.array([[1.0, 1.0, 2.0], [6.0, 3.0, 1.0]]))
    got = gradient_of(logits, np.array([2, 0], dtype=np.uint8))
    expected = np.array([[0.125, 0.125, -0.25], [-0.2, 0.15, 0.05]])
    assert np.allclose(got, expected, rtol=1e-6), (
        "The probabilities are [1, 1, 2] / 4 and [6, 3, 1] / 10, and the labels 2 and 0, so the "
        f"gradient should be {expected.tolist()}, not {np.round(got, 4).tolist()}."
    )


def test_gradient_matches_finite_differences():
    """softmax_cross_entropy_backward: agrees with finite differences"""
    for seed, shape in enumerate([(4, 3), (2, 5), (1, 2)]):
        logits, labels = batch(140 + seed, shape)
        got = gradient_of(logits, labels)
        assert np.allclose(got.sum(axis=1), 0, atol=1e-9), (
            f"Each row of the gradient should add up to 0, but for shape {shape} the sums are "
            f"{np.round(got.sum(axis=1), 4).tolist()}."
        )
        expected = slopes(logits, labels)
        assert np.allclose(got, expected, rtol=0, atol=1e-6), (
            f"For logits of shape {shape}, nudging each logit gives the slopes "
            f"{np.round(expected, 4).tolist()}, but the gradient is {np.round(got, 4).tolist()}."
        )


def test_a_shift_changes_nothing():
    """both: a constant added to a row changes nothing"""
    logits, labels = batch(150, (3, 4))
    expected = slow_loss(logits, labels)
    got = loss_of(logits + 5e3, labels)
    assert math.isclose(got, expected, rel_tol=1e-6), (
        f"5000 was added to all logits. The loss should stay {expected:.6g}, but it is {got:.6g}: "
        "which exponentials does your code take?"
    )
    moved = logits + np.array([[5e3], [-5e3], [5e3]])
    got = loss_of(moved, labels)
    assert math.isclose(got, expected, rel_tol=1e-6), (
        "5000 was added to, or taken from, all logits of a row. The loss should stay "
        f"{expected:.6g}, but it is {got:.6g}. What may you subtract from each row?"
    )
    gradient = gradient_of(moved, labels)
    assert np.allclose(gradient, slopes(logits, labels), rtol=0, atol=1e-6), (
        "5000 was added to, or taken from, all logits of a row. The gradient should not change, "
        f"but it is {np.round(gradient, 4).tolist()}."
    )


def test_confident_and_wrong():
    """both: a label with hardly any probability costs what it should"""
    labels = np.array([1, 0], dtype=np.int64)
    for far in (60.0, 1e4, 1e300):
        logits = np.array([[0.0, -far, -far], [0.0, -far, -far]])
        got = loss_of(logits, labels)
        assert math.isclose(got, far / 2, rel_tol=1e-6), (
            f"One label is {far:g} below the largest logit and costs {far:g}, the other one costs "
            f"0: the mean should be {far / 2:g}, but the loss is {got:g}. Is there a logarithm of "
            "a probability that has become 0?"
        )
        gradient = gradient_of(logits, labels)
        assert np.allclose(gradient, [[0.5, -0.5, 0.0], [0.0, 0.0, 0.0]], atol=1e-9), (
            f"For logits {far:g} apart the gradient should be [[0.5, -0.5, 0], [0, 0, 0]], "
            f"but it is {gradient.tolist()}."
        )


def test_one_class():
    """both: a single class is always right"""
    logits, labels = np.array([[-3.0], [800.0]]), np.array([0, 0], dtype=np.int64)
    got = loss_of(logits, labels)
    assert got == 0, f"With one class there is no surprise: the loss should be 0, not {got!r}."
    gradient = gradient_of(logits, labels)
    assert np.array_equal(gradient, [[0.0], [0.0]]), (
        f"With one class no logit matters: the gradient should be 0, not {gradient.tolist()}."
    )


def test_inputs_are_left_unchanged():
    """logits and labels are left unchanged"""
    for function in (loss_of, gradient_of):
        logits, labels = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([1, 0], dtype=np.int64)
        function(logits, labels)
        assert logits.tolist() == [[1.0, -2.0], [0.5, 3.0]], (
            f"logits holds {logits.tolist()} after the call, not [[1, -2], [0.5, 3]]: "
            "subtract into a new array."
        )
        assert labels.tolist() == [1, 0], f"labels holds {labels.tolist()} after the call."
