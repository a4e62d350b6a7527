"""Hidden tests of label-smoothing.

The oracle mixes two losses, the surprise at the label and that at a random class; logits are
logarithms of whole numbers where values are worked by hand.
"""

import math

import numpy as np
from solution import smooth_labels, smoothed_cross_entropy, smoothed_cross_entropy_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = smoothed_cross_entropy(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"smoothed_cross_entropy should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"smoothed_cross_entropy should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = smoothed_cross_entropy_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"smoothed_cross_entropy_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[0].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of the logits, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def targets_of(labels, classes, epsilon):
    """Return the submission's targets as an array of floats, once their form is right."""
    targets = smooth_labels(np.array(labels, dtype=np.int64), classes, epsilon)
    assert type(targets) is np.ndarray, (
        f"smooth_labels should return a NumPy array, not {kind_of(targets)}."
    )
    assert targets.dtype.kind == "f", f"smooth_labels should return floats, not {targets.dtype}."
    assert targets.shape == (len(labels), classes), (
        f"{len(labels)} labels of {classes} classes should give {(len(labels), classes)} targets, "
        f"but the shape is {targets.shape}."
    )
    return np.array(targets, dtype=float)


def slow_loss(logits, labels, epsilon):
    """Mix the surprise at the label with that at a class drawn at random."""
    total = 0.0
    for row, label in zip(logits.tolist(), labels.tolist(), strict=True):
        surprises = [math.log(math.fsum(math.exp(other - z) for other in row)) for z in row]
        total += (1 - epsilon) * surprises[label] + epsilon * math.fsum(surprises) / len(row)
    return total / len(labels)


def batch(seed, shape):
    """Return logits and labels of a batch."""
    generator = np.random.default_rng(seed)
    labels = generator.integers(shape[1], size=shape[0]).astype(np.int64)
    return generator.normal(size=shape, scale=2), labels


def test_targets_by_hand():
    """smooth_labels: five classes, by hand"""
    got = targets_of([3, 0], 5, 0.1)
    assert np.allclose(got[[0, 1], [3, 0]], 0.92, rtol=1e-9), (
        "0.1 is divided among five classes, 0.02 each, and the right one has 0.9 besides: 0.92. "
        f"Yours has {np.round(got[[0, 1], [3, 0]], 4).tolist()}."
    )
    expected = np.array([[0.02, 0.02, 0.02, 0.92, 0.02], [0.92, 0.02, 0.02, 0.02, 0.02]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"For the labels 3 and 0 of five classes and epsilon 0.1 the targets should be "
        f"{expected.tolist()}, not {np.round(got, 4).tolist()}."
    )


def test_targets_are_distributions():
    """smooth_labels: every row adds up to 1, from one-hot to uniform"""
    for labels, classes in [([2, 1, 2, 0], 3), ([1], 2), ([0, 0], 1), ([4, 0, 6], 7)]:
        for epsilon in (0.0, 0.3, 1.0):
            got = targets_of(labels, classes, epsilon)
            sums = got.sum(axis=1)
            assert np.all(sums <= 1 + 1e-9), (
                f"For {classes} classes and epsilon {epsilon:g} every row should add up to 1, but "
                f"the sums are {np.round(sums, 4).tolist()}: more is given than taken."
            )
            assert np.allclose(sums, 1, rtol=1e-9), (
                f"For {classes} classes and epsilon {epsilon:g} every row should add up to 1, but "
                f"the sums are {np.round(sums, 4).tolist()}. Who gets the whole share?"
            )
        onehot, got = np.eye(classes)[labels].tolist(), targets_of(labels, classes, 0.0)
        assert np.allclose(got, onehot, atol=1e-12), (
            f"Without smoothing the targets of {labels} should be {onehot}, not {got.tolist()}."
        )
        got = targets_of(labels, classes, 1.0)
        assert np.allclose(got, 1 / classes, rtol=1e-9), (
            f"With epsilon 1 all {classes} classes should have the same share, but the targets are "
            f"{np.round(got, 4).tolist()}."
        )


def test_loss_by_hand():
    """smoothed_cross_entropy: one example and two, by hand"""
    logits = np.log(np.array([[2.0, 1.0, 1.0]]))
    got = loss_of(logits, np.array([0], dtype=np.int64), 0.3)
    expected = 0.8 * math.log(2) + 0.2 * math.log(4)
    assert math.isclose(got, expected, rel_tol=1e-9), (
        "The probabilities are [1/2, 1/4, 1/4] and the targets [0.8, 0.1, 0.1], so the loss should "
        f"be {expected:.6g}, but it is {got:.6g}."
    )
    logits = np.log(np.array([[2.0, 1.0, 1.0], [1.0, 6.0, 1.0]]))
    got = loss_of(logits, np.array([0, 2], dtype=np.int64), 0.3)
    second = 0.1 * math.log(8) + 0.1 * math.log(4 / 3) + 0.8 * math.log(8)
    expected = (expected + second) / 2
    assert math.isclose(got, expected, rel_tol=1e-9), (
        "The second example has the probabilities [1/8, 3/4, 1/8] and the targets [0.1, 0.1, 0.8]. "
        f"The mean of the two losses is {expected:.6g}, but yours is {got:.6g}."
    )


def test_loss_is_a_mixture():
    """smoothed_cross_entropy: agrees with a mixture of two losses, for any N and C"""
    for seed, shape in enumerate([(5, 3), (3, 5), (4, 4), (1, 6), (7, 2)]):
        logits, labels = batch(360 + seed, shape)
        for epsilon in (0.0, 0.1, 0.5, 1.0):
            expected = slow_loss(logits, labels, epsilon)
            got = loss_of(logits, labels, epsilon)
            assert math.isclose(got, expected, rel_tol=1e-9), (
                f"For logits of shape {shape} and epsilon {epsilon:g} the loss should be "
                f"{expected:.6g}, but it is {got:.6g}."
            )


def test_being_surer_is_not_always_better():
    """smoothed_cross_entropy: smallest where the probabilities equal the targets"""
    label = np.array([1], dtype=np.int64)
    best = np.log(np.array([[0.05, 0.85, 0.05, 0.05]]))
    lowest = loss_of(best, label, 0.2)
    for push in (-3.0, -0.5, 0.5, 3.0, 30.0):
        got = loss_of(best + push * np.array([[0.0, 1.0, 0.0, 0.0]]), label, 0.2)
        assert got > lowest, (
            "The loss should be smallest where the probabilities are the targets, "
            f"{lowest:.6g}; with the right logit moved by {push:g} it is {got:.6g}."
        )
    slope = gradient_of(best, label, 0.2)
    assert np.allclose(slope, 0, atol=1e-9), (
        "Where the probabilities equal the targets nothing should move, but the gradient is "
        f"{np.round(slope, 4).tolist()}."
    )


def test_gradient_by_hand():
    """smoothed_cross_entropy_backward: one example and two, by hand"""
    got = gradient_of(np.log(np.array([[1.0, 3.0]])), np.array([1], dtype=np.int64), 0.2)
    assert got[0, 1] < 0, (
        "The right class has 0.75 and should have 0.9: its logit should rise, so its slope should "
        f"be negative, but it is {got[0, 1]:.6g}."
    )
    assert np.allclose(got, [[0.15, -0.15]], rtol=1e-9), (
        "The probabilities are [0.25, 0.75] and the targets [0.1, 0.9], so the gradient should be "
        f"[[0.15, -0.15]], not {np.round(got, 4).tolist()}."
    )
    logits = np.log(np.array([[1.0, 1.0, 2.0], [6.0, 3.0, 1.0]]))
    got = gradient_of(logits, np.array([2, 0], dtype=np.int64), 0.3)
    expected = np.array([[0.075, 0.075, -0.15], [-0.1, 0.1, 0.0]])
    assert np.allclose(got, expected, rtol=1e-9, atol=1e-12), (
        "The probabilities are [1, 1, 2] / 4 and [6, 3, 1] / 10, the targets [0.1, 0.1, 0.8] and "
        f"[0.8, 0.1, 0.1], so the gradient of the mean should be {expected.tolist()}, not "
        f"{np.round(got, 4).tolist()}."
    )


def test_gradient_matches_finite_differences():
    """smoothed_cross_entropy_backward: agrees with finite differences"""
    step = 1e-5
    for seed, shape in enumerate([(4, 3), (2, 5), (1, 2)]):
        logits, labels = batch(370 + seed, shape)
        for epsilon in (0.1, 0.6):
            expected = np.zeros(shape)
            for index in np.ndindex(shape):
                up, down = logits.copy(), logits.copy()
                up[index] += step
                down[index] -= step
                change = slow_loss(up, labels, epsilon) - slow_loss(down, labels, epsilon)
                expected[index] = change / (2 * step)
            got = gradient_of(logits, labels, epsilon)
            assert np.allclose(got, expected, rtol=0, atol=1e-6), (
                f"For epsilon {epsilon:g}, nudging each logit gives the slopes "
                f"{np.round(expected, 4).tolist()}, but yours are {np.round(got, 4).tolist()}."
            )


def test_any_magnitude():
    """both losses: logits far apart, and far from 0"""
    labels = np.array([1, 0], dtype=np.int64)
    for far in (60.0, 1e4, 1e300):
        logits = np.array([[-far, 0.0], [-far, 0.0]])
        got = loss_of(logits, labels, 0.1)
        assert math.isfinite(got), (
            f"For logits {far:g} apart the loss should be {far / 2:g}, but it is {got}. "
            "Is there a logarithm of a probability that has become 0?"
        )
        assert math.isclose(got, far / 2, rel_tol=1e-6), (
            f"In both rows the first class has the probability exp(-{far:g}). With the targets "
            f"0.05 and 0.95 for it the mean loss should be {far / 2:g}, but it is {got:g}."
        )
        gradient = gradient_of(logits, labels, 0.1)
        assert np.allclose(gradient, [[-0.025, 0.025], [-0.475, 0.475]], atol=1e-9), (
            f"For logits {far:g} apart the gradient should be [[-0.025, 0.025], [-0.475, 0.475]], "
            f"but it is {gradient.tolist()}."
        )
    got = loss_of(np.array([[5e3, 5e3]]), labels[:1], 0.1)
    assert math.isclose(got, math.log(2), rel_tol=1e-6), (
        "With two logits of 5000 both classes have the probability 1/2 and the loss should be "
        f"{math.log(2):.6g}, but it is {got:.6g}. Which exponentials are taken?"
    )
    got = loss_of(np.array([[5e3, 5e3], [-5e3, -5e3]]), labels, 0.1)
    assert math.isclose(got, math.log(2), rel_tol=1e-6), (
        "In rows of equal logits, 5000 and -5000, both classes have the probability 1/2, so the "
        f"loss should be {math.log(2):.6g}, but it is {got:.6g}. Has each row its own shift?"
    )


def test_inputs_are_left_unchanged():
    """logits and labels are left unchanged"""
    for function in (loss_of, gradient_of):
        logits, labels = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([1, 0], dtype=np.int64)
        function(logits, labels, 0.1)
        assert logits.tolist() == [[1.0, -2.0], [0.5, 3.0]], (
            f"logits holds {logits.tolist()} after the call, not [[1, -2], [0.5, 3]]."
        )
        assert labels.tolist() == [1, 0], f"labels holds {labels.tolist()} after the call."
