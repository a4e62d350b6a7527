"""Hidden tests of hinge-loss.

The oracle walks through the elements and treats each kind of label by itself; the subgradient is
held against its definition as well as against central differences.
"""

import math

import numpy as np
from solution import hinge_loss, hinge_loss_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = hinge_loss(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"hinge_loss should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"hinge_loss should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = hinge_loss_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"hinge_loss_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[0].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of the scores, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(scores, labels):
    """Add up how far each score is from the nearest one that would be clear enough."""
    total = 0.0
    for score, label in zip(scores.ravel().tolist(), labels.ravel().tolist(), strict=True):
        if label > 0 and score < 1:
            total += 1 - score
        elif label < 0 and score > -1:
            total += score + 1
    return total / scores.size


def sample(seed, shape):
    """Return scores on both sides of the corner, but not close to it, and labels."""
    generator = np.random.default_rng(seed)
    labels = np.where(generator.random(shape) < 0.5, -1.0, 1.0)
    side = np.where(generator.random(shape) < 0.7, -1.0, 1.0)
    margins = 1 + side * generator.uniform(0.1, 3, size=shape)
    return margins * labels, labels


def test_yes_by_hand():
    """hinge_loss: answers that should be yes, by hand"""
    for score, expected in [(0.25, 0.75), (-2.0, 3.0), (0.0, 1.0), (1.0, 0.0), (5.0, 0.0)]:
        got = loss_of(np.array([score]), np.array([1.0]))
        assert got >= 0, (
            f"A score of {score:g} with the label 1 is clear enough, and costs 0, but the loss is "
            f"{got:.6g}. A loss below 0 rewards what needs no reward."
        )
        assert math.isclose(got, expected, abs_tol=1e-12), (
            f"A score of {score:g} with the label 1 should cost {expected:g}, but the loss is "
            f"{got:.6g}. A margin of 1 is enough, and more than that earns nothing."
        )


def test_no_by_hand():
    """hinge_loss: answers that should be no, by hand"""
    for score, expected in [(-0.25, 0.75), (2.0, 3.0), (-1.0, 0.0), (-5.0, 0.0)]:
        got = loss_of(np.array([score]), np.array([-1.0]))
        assert math.isclose(got, expected, abs_tol=1e-12), (
            f"A score of {score:g} with the label -1 should cost {expected:g}, but the loss is "
            f"{got:.6g}. Which sign should the score have, and how far from 0 should it be?"
        )


def test_clear_answers_do_not_pay_for_wrong_ones():
    """hinge_loss: each element counts on its own"""
    got = loss_of(np.array([100.0, -1.0, -9.0, 7.0]), np.array([1.0, 1.0, -1.0, 1.0]))
    assert math.isclose(got, 0.5, rel_tol=1e-9), (
        "Three of four answers are clear and cost 0, one is wrong and costs 2: the mean should be "
        f"0.5, but the loss is {got:.6g}. Over how many elements is the mean?"
    )


def test_loss_of_any_shape():
    """hinge_loss: agrees with a loop, for any shape"""
    for seed, shape in enumerate([(1,), (6,), (4, 3), (3, 4), (2, 3, 4)]):
        scores, labels = sample(460 + seed, shape)
        expected = slow_loss(scores, labels)
        got = loss_of(scores, labels)
        assert math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12), (
            f"For arrays of shape {shape} the loss should be {expected:.6g}, but it is {got:.6g}. "
            f"There are {scores.size} elements."
        )


def test_gradient_by_hand():
    """hinge_loss_backward: one element and four, by hand"""
    got = gradient_of(np.array([0.5]), np.array([1.0]))
    assert got[0] < 0, (
        "The answer is yes, but not clearly enough: the score should rise, so its slope should be "
        f"negative, but it is {got[0]:.6g}."
    )
    assert math.isclose(got[0], -1, rel_tol=1e-9), (
        f"The slope of 1 - score is -1, but yours is {got[0]:.6g}."
    )
    got = gradient_of(np.array([0.5, 0.5]), np.array([-1.0, 1.0])) * 2
    assert got[0] > 0, (
        "The first of two scores of 0.5 should be a no: it should fall, so its slope should be "
        f"positive, but it is {got[0] / 2:.6g}."
    )
    assert np.allclose(got, [1.0, -1.0], rtol=1e-9), (
        "Two scores of 0.5, the first of which should be a no, have the slopes [1/2, -1/2], not "
        f"{np.round(got / 2, 4).tolist()}."
    )
    got = gradient_of(np.array([[3.0, -2.0], [-3.0, 0.5]]), np.array([[1.0, 1.0], [-1.0, -1.0]]))
    assert np.allclose(got, [[0.0, -0.25], [0.0, 0.25]], rtol=1e-9, atol=1e-12), (
        "The margins are [[3, -2], [3, -0.5]]: two are enough, two of four are not. The gradient "
        f"should be [[0, -0.25], [0, 0.25]], not {np.round(got, 4).tolist()}."
    )


def test_at_the_corner():
    """hinge_loss_backward: a margin of exactly 1 is enough"""
    got = gradient_of(np.array([1.0, -1.0]), np.array([1.0, -1.0]))
    assert np.all(got == 0), (
        "Both margins are exactly 1, so the loss is 0 and the gradient should be 0, but it is "
        f"{got.tolist()}."
    )
    got = gradient_of(np.array([1 - 1e-9, 1e-9 - 1]), np.array([1.0, -1.0]))
    assert np.allclose(got, [-0.5, 0.5], rtol=1e-9), (
        "Both margins are a little below 1, and not enough: the gradient should be [-0.5, 0.5], "
        f"but it is {got.tolist()}."
    )


def test_gradient_matches_finite_differences():
    """hinge_loss_backward: agrees with finite differences away from the corner"""
    step = 1e-4
    for seed, shape in enumerate([(5,), (4, 3), (2, 2, 3)]):
        scores, labels = sample(470 + seed, shape)
        expected = np.zeros(shape)
        for index in np.ndindex(shape):
            up, down = scores.copy(), scores.copy()
            up[index] += step
            down[index] -= step
            expected[index] = (slow_loss(up, labels) - slow_loss(down, labels)) / (2 * step)
        got = gradient_of(scores, labels)
        assert np.allclose(got, expected, rtol=0, atol=1e-8), (
            f"For arrays of shape {shape}, nudging each score gives slopes that begin with "
            f"{np.round(expected.ravel()[:3], 5).tolist()}, but the gradient begins with "
            f"{np.round(got.ravel()[:3], 5).tolist()}."
        )


def test_gradient_stays_below_the_loss():
    """hinge_loss_backward: a line with this slope never rises above the loss"""
    generator = np.random.default_rng(480)
    scores, labels = sample(481, (3, 3))
    scores[1] = labels[1]  # at the corner, too
    start, slope = slow_loss(scores, labels), gradient_of(scores, labels)
    for _ in range(40):
        other = scores + generator.normal(size=scores.shape, scale=generator.uniform(0.01, 3))
        line = start + float((slope * (other - scores)).sum())
        loss = slow_loss(other, labels)
        assert line <= loss + 1e-9, (
            "A subgradient gives a line that stays below the loss everywhere. With yours it would "
            f"predict a loss of {line:.6g} where the loss is {loss:.6g}."
        )


def test_any_magnitude():
    """both: scores far away"""
    for far in (1e6, 1e300):
        scores, labels = np.array([far, -far, far, -far]), np.array([1.0, 1.0, -1.0, -1.0])
        got = loss_of(scores, labels)
        assert math.isclose(got, far / 2, rel_tol=1e-5), (
            f"Two of four scores are wrong by {far:g}, so the loss should be about {far / 2:g}, "
            f"but it is {got:g}."
        )
        gradient = gradient_of(scores, labels)
        assert np.allclose(gradient, [0.0, -0.25, 0.25, 0.0], rtol=1e-9, atol=1e-12), (
            f"For the scores {far:g}, {-far:g}, {far:g} and {-far:g}, of which the second and the "
            f"third are wrong, the gradient should be [0, -0.25, 0.25, 0], not {gradient.tolist()}."
        )


def test_inputs_are_left_unchanged():
    """scores and labels are left unchanged"""
    for function in (loss_of, gradient_of):
        scores, labels = np.array([[0.5, -2.0]]), np.array([[-1.0, 1.0]])
        function(scores, labels)
        assert scores.tolist() == [[0.5, -2.0]], (
            f"scores holds {scores.tolist()} after the call, not [[0.5, -2.0]]: use a new array."
        )
        assert labels.tolist() == [[-1.0, 1.0]], (
            f"labels holds {labels.tolist()} after the call, not [[-1.0, 1.0]]: use a new array."
        )
