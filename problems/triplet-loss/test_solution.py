"""Hidden tests of triplet-loss.

Points with whole coordinates are worked by hand; the oracle measures with math.dist, and the
properties are those of distances: moving or turning the whole scene changes nothing.
"""

import math

import numpy as np
from solution import triplet_loss, triplet_loss_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)
NAMES = ("anchor", "positive", "negative")


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = triplet_loss(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"triplet_loss should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"triplet_loss should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradients_of(*arguments):
    """Return the submission's three gradients as arrays of floats, once their form is right."""
    with np.errstate(all="ignore"):
        gradients = triplet_loss_backward(*arguments)
    assert type(gradients) is tuple, (
        f"triplet_loss_backward should return a tuple of three arrays, not {kind_of(gradients)}."
    )
    assert len(gradients) == 3, (
        f"triplet_loss_backward should return three arrays, but it returned {len(gradients)}."
    )
    for name, gradient, points in zip(NAMES, gradients, arguments, strict=False):
        assert type(gradient) is np.ndarray, (
            f"The gradient of {name} should be a NumPy array, not {kind_of(gradient)}."
        )
        assert gradient.dtype.kind == "f", (
            f"The gradient of {name} should hold floats, but it holds {gradient.dtype} values."
        )
        assert gradient.shape == points.shape, (
            f"{name} has shape {points.shape}, and so should its gradient, not {gradient.shape}."
        )
    return [np.array(gradient, dtype=float) for gradient in gradients]


def slow_loss(points, margin):
    """Compute the loss with a ruler, one triplet at a time."""
    total = 0.0
    for a, p, n in zip(*(part.tolist() for part in points), strict=True):
        total += max(0.0, math.dist(a, p) ** 2 - math.dist(a, n) ** 2 + margin)
    return total / len(points[0])


def sample(seed, shape):
    """Return anchors, positives and negatives: some triplets cost nothing, none is near 0."""
    generator = np.random.default_rng(seed)
    anchor, to_positive, to_negative = generator.normal(size=(3, *shape))
    to_negative[::2] *= 3
    return anchor, anchor + to_positive, anchor + to_negative


def test_loss_by_hand():
    """triplet_loss: one triplet, by hand"""
    points = np.zeros((1, 2)), np.array([[3.0, 4.0]]), np.array([[0.0, 1.0]])
    narrow, wide = loss_of(*points, 0.5), loss_of(*points, 2.0)
    assert wide >= narrow, (
        "A wider margin asks for more, so it cannot make a triplet cheaper, but the loss is "
        f"{narrow:.6g} with a margin of 0.5 and {wide:.6g} with 2."
    )
    for positive, negative, expected in [
        ([3.0, 4.0], [0.0, 1.0], 24.5),
        ([1.0, 2.0], [2.0, 1.0], 0.5),
        ([0.0, 1.0], [1.0, 0.5], 0.25),
        ([0.0, 1.0], [3.0, 0.0], 0.0),
    ]:
        got = loss_of(np.zeros((1, 2)), np.array([positive]), np.array([negative]), 0.5)
        assert math.isclose(got, expected, abs_tol=1e-9), (
            f"With the anchor at the origin, the positive at {positive}, the negative at "
            f"{negative} and a margin of 0.5 the triplet should cost {expected:g}, but the loss is "
            f"{got:.6g}."
        )


def test_each_triplet_on_its_own():
    """triplet_loss: the mean over all triplets, those at rest included"""
    anchor, positive = np.zeros((4, 3)), np.ones((4, 3))
    negative = np.array([[10.0, 0, 0], [1.0, 0, 0], [0, 9.0, 0], [0, 0, 8.0]])
    got = loss_of(anchor, positive, negative, 1.0)
    assert math.isclose(got, 0.75, rel_tol=1e-9), (
        "Three of four triplets cost nothing, one costs 3 - 1 + 1 = 3: the mean should be 0.75, "
        f"but the loss is {got:.6g}. Do the easy ones pay for the hard one?"
    )


def test_default_margin():
    """both: the margin is 0.2 unless told otherwise"""
    points = np.zeros((1, 1)), np.array([[1.0]]), np.array([[-1.0]])
    got = loss_of(*points)
    assert math.isclose(got, 0.2, rel_tol=1e-9), (
        "The positive and the negative are equally far away, so only the margin is left, 0.2 by "
        f"default, but the loss is {got:.6g}."
    )
    for away, expected in [(1.05, 2.1), (1.15, 0.0)]:
        got = gradients_of(points[0], points[1], np.array([[-away]]))[2].item()
        assert math.isclose(got, expected, abs_tol=1e-9), (
            f"The squared distances are 1 and {away**2:g} and the margin is 0.2 by default: the "
            f"negative should have the slope {expected:g}, but it is {got:.6g}."
        )


def test_loss_of_any_shape():
    """triplet_loss: agrees with a ruler, for any N, D and margin"""
    for seed, shape in enumerate([(1, 4), (5, 3), (3, 5), (4, 4), (6, 1)]):
        for margin in (0.0, 0.2, 3.0):
            points = sample(490 + seed, shape)
            expected = slow_loss(points, margin)
            got = loss_of(*points, margin)
            assert math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12), (
                f"For points of shape {shape} and the margin {margin:g} the loss should be "
                f"{expected:.6g}, but it is {got:.6g}."
            )


def test_gradients_by_hand():
    """triplet_loss_backward: one triplet and two, by hand"""
    points = np.array([[0.0, 0.0]]), np.array([[3.0, 1.0]]), np.array([[1.0, 2.0]])
    got = gradients_of(*points, 0.5)
    expected = [[-4.0, 2.0]], [[6.0, 2.0]], [[-2.0, -4.0]]
    for name, gradient in zip(NAMES, got, strict=True):
        pairs = zip(NAMES, expected, strict=True)
        fits = [other for other, wanted in pairs if np.allclose(gradient, wanted)]
        assert fits in ([], [name]), (
            f"What you return as the gradient of {name} is that of {fits[0]}: the order should be "
            "anchor, positive, negative."
        )
    for name, gradient, wanted in zip(NAMES[1:], got[1:], expected[1:], strict=True):
        assert gradient[0, 0] * wanted[0][0] > 0, (
            f"The gradient of {name} points the wrong way: where should the {name} go, seen from "
            f"the anchor at [0, 0]? Expected {wanted[0]}, got {gradient[0].tolist()}."
        )
        assert np.allclose(gradient, wanted, rtol=1e-9), (
            f"With the anchor at [0, 0], the positive at [3, 1] and the negative at [1, 2] the "
            f"gradient of {name} should be {wanted}, not {gradient.tolist()}."
        )
    assert np.allclose(got[0], expected[0], rtol=1e-9), (
        "With the anchor at [0, 0], the positive at [3, 1] and the negative at [1, 2] the gradient "
        f"of anchor should be {expected[0]}, not {got[0].tolist()}. It occurs in both distances."
    )
    got = gradients_of(*(np.vstack([part, part]) for part in points), 0.5)
    for name, gradient, wanted in zip(NAMES, got, expected, strict=True):
        assert np.allclose(gradient, np.vstack([wanted, wanted]) / 2, rtol=1e-9), (
            f"For the same triplet twice each row of the gradient of {name} should be half of "
            f"{wanted[0]}, but the gradient is {gradient.tolist()}: the loss is a mean."
        )


def test_triplets_at_rest():
    """triplet_loss_backward: a triplet that costs nothing moves nowhere"""
    anchor, positive = np.zeros((3, 2)), np.array([[1.0, 0.0], [1.0, 0.0], [2.0, 0.0]])
    negative = np.array([[0.0, 9.0], [0.0, 1.0], [0.0, 2.5]])
    got = gradients_of(anchor, positive, negative, 0.5)
    for name, gradient in zip(NAMES, got, strict=True):
        assert np.all(gradient[[0, 2]] == 0), (
            "The first and the last of three triplets cost nothing, so they should have no slope, "
            f"but the gradient of {name} is {gradient.tolist()}."
        )
    assert np.allclose(got[1][1], [2 / 3, 0.0], rtol=1e-9, atol=1e-12), (
        "Of three triplets the second one is active; its positive should have the slope "
        f"[2/3, 0], not {got[1][1].tolist()}. Over how many triplets is the mean?"
    )
    got = gradients_of(anchor[:1], positive[:1], np.array([[0.0, 1.5]]), 1.25)
    for name, gradient in zip(NAMES, got, strict=True):
        assert np.all(gradient == 0), (
            "The squared distances are 1 and 2.25 and the margin is 1.25: exactly enough, so there "
            f"should be no slope, but the gradient of {name} is {gradient.tolist()}."
        )


def test_gradients_match_finite_differences():
    """triplet_loss_backward: agrees with finite differences"""
    step = 1e-6
    for seed, shape in enumerate([(3, 2), (2, 4), (4, 1)]):
        points = sample(500 + seed, shape)
        got = gradients_of(*points, 0.3)
        for which, name in enumerate(NAMES):
            expected = np.zeros(shape)
            for index in np.ndindex(shape):
                losses = []
                for nudge in (step, -step):
                    moved = [part.copy() for part in points]
                    moved[which][index] += nudge
                    losses.append(slow_loss(moved, 0.3))
                expected[index] = (losses[0] - losses[1]) / (2 * step)
            assert np.allclose(got[which], expected, rtol=0, atol=1e-5), (
                f"For points of shape {shape}, nudging {name} gives the slopes "
                f"{np.round(expected, 4).tolist()}, but its gradient is "
                f"{np.round(got[which], 4).tolist()}."
            )


def test_moving_the_scene_changes_nothing():
    """both: moving or turning all points together"""
    points = sample(510, (5, 2))
    loss, gradients = loss_of(*points, 0.3), gradients_of(*points, 0.3)
    assert np.allclose(sum(gradients), 0, atol=1e-9), (
        "Moving all three points of a triplet together changes nothing, so the three gradients "
        f"should add up to 0, but they add up to {np.round(sum(gradients), 4).tolist()}."
    )
    turn = np.array([[0.6, 0.8], [-0.8, 0.6]])
    got = loss_of(*(part @ turn for part in points), 0.3)
    assert math.isclose(got, loss, rel_tol=1e-9), (
        f"Turning the plane should leave the loss at {loss:.6g}, but it became {got:.6g}: "
        "distances do not depend on the axes."
    )
    far = [part + np.array([1e6, -1e6]) for part in points]
    got = loss_of(*far, 0.3)
    assert math.isclose(got, loss, rel_tol=0, abs_tol=1e-6), (
        f"A million away from the origin the loss should still be {loss:.6g}, but it became "
        f"{got:.6g}. Are distances taken from differences?"
    )
    for name, gradient, before in zip(NAMES, gradients_of(*far, 0.3), gradients, strict=True):
        assert np.allclose(gradient, before, rtol=0, atol=1e-6), (
            f"A million away from the origin the gradient of {name} should be the same, "
            f"{np.round(before, 4).tolist()}, but it became {np.round(gradient, 4).tolist()}."
        )


def test_inputs_are_left_unchanged():
    """anchor, positive and negative are left unchanged"""
    for function in (loss_of, gradients_of):
        points = np.array([[0.0, 1.0]]), np.array([[2.0, 3.0]]), np.array([[1.0, 0.5]])
        before = [part.tolist() for part in points]
        function(*points, 0.3)
        for name, part, values in zip(NAMES, points, before, strict=True):
            assert part.tolist() == values, (
                f"{name} holds {part.tolist()} after the call, not {values}: use a new array."
            )
