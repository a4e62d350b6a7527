"""Hidden tests of huber-loss.

The oracle integrates the slope of one element; values by hand keep the pieces apart, so that the
set of failing tests tells which of them is wrong.
"""

import math

import numpy as np
from solution import huber_loss, huber_loss_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = huber_loss(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"huber_loss should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"huber_loss should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = huber_loss_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"huber_loss_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[0].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of pred, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(pred, target, delta):
    """Add up the area below the slope, a triangle and perhaps a rectangle, for each element."""
    total = 0.0
    for p, t in zip(pred.ravel().tolist(), target.ravel().tolist(), strict=True):
        far = p - t if p > t else t - p
        beyond = far - delta if far > delta else 0.0
        total += (far - beyond) ** 2 / 2 + beyond * delta
    return total / pred.size


def sample(seed, shape):
    """Return predictions and targets with differences of both signs."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.normal(size=shape, scale=2)


def test_small_differences():
    """huber_loss: below the threshold, half the square"""
    got = loss_of(np.array([1.5, 2.0]), np.array([1.0, 2.75]))
    assert math.isclose(got, 0.203125, rel_tol=1e-9), (
        "The differences 0.5 and -0.75 are smaller than the threshold 1 and cost half their "
        f"squares, so the loss should be (0.125 + 0.28125) / 2 = 0.203125, but it is {got:.6g}."
    )


def test_large_differences():
    """huber_loss: above the threshold, a straight line"""
    got = loss_of(np.array([4.0, 9.0]), np.array([1.0, 3.0]))
    assert got <= 6, (
        "The differences 3 and 6 are larger than the threshold 1, where the loss is a straight "
        f"line and should be 4, but it is {got:.6g}. Is that a square?"
    )
    assert math.isclose(got, 4, rel_tol=1e-9), (
        "The differences 3 and 6 are larger than the threshold 1 and cost 2.5 and 5.5, so the "
        f"loss should be 4, but it is {got:.6g}."
    )
    got = loss_of(np.array([1.0]), np.array([9.0]))
    assert math.isclose(got, 7.5, rel_tol=1e-9), (
        "The difference is -8, and its size is larger than the threshold 1, so it costs "
        f"8 - 0.5 = 7.5, but the loss is {got:.6g}. What is compared with the threshold?"
    )


def test_other_thresholds():
    """huber_loss: with another threshold"""
    narrow, wide = (loss_of(np.array([3.0]), np.array([0.0]), delta) for delta in (0.5, 2.0))
    assert abs(narrow - wide) > 1e-3, (
        f"The difference 3 costs {narrow:.6g} with the threshold 0.5 and the same with 2. "
        "Does your code use its argument delta?"
    )
    for delta, expected in [(0.5, 1.375), (2.0, 4.0), (3.0, 4.5), (50.0, 4.5)]:
        got = loss_of(np.array([3.0]), np.array([0.0]), delta)
        assert math.isclose(got, expected, rel_tol=1e-9), (
            f"With the threshold {delta:g} the difference 3 should cost {expected:g}, "
            f"but the loss is {got:.6g}."
        )


def test_pieces_meet():
    """both: no jump and no corner at the threshold"""
    for delta in (0.25, 1.0, 4.0):
        around = [np.array([delta * factor]) for factor in (1 - 1e-9, 1.0, 1 + 1e-9)]
        losses = [loss_of(pred, np.zeros(1), delta) for pred in around]
        assert max(losses) - min(losses) < 1e-6, (
            f"Just below, at and just above the threshold {delta:g} the loss should be about the "
            f"same, but it is {', '.join(f'{loss:.6g}' for loss in losses)}."
        )
        slopes = [gradient_of(pred, np.zeros(1), delta).item() for pred in around]
        assert max(slopes) - min(slopes) < 1e-6, (
            f"Just below, at and just above the threshold {delta:g} the slope should be about the "
            f"same, but it is {', '.join(f'{slope:.6g}' for slope in slopes)}."
        )


def test_loss_of_any_shape():
    """huber_loss: agrees with the area below the slope, for any shape and threshold"""
    for seed, shape in enumerate([(1,), (6,), (4, 3), (3, 4), (2, 3, 4)]):
        for delta in (0.3, 1.0, 2.5):
            pred, target = sample(340 + seed, shape)
            expected = slow_loss(pred, target, delta)
            got = loss_of(pred, target, delta)
            assert math.isclose(got, expected, rel_tol=1e-9), (
                f"For arrays of shape {shape} and the threshold {delta:g} the loss should be "
                f"{expected:.6g}, but it is {got:.6g}. Does every element choose its own piece, "
                "and is the mean over all of them?"
            )


def test_gradient_by_hand():
    """huber_loss_backward: two elements and four, by hand"""
    got = gradient_of(np.array([0.5, -3.0]), np.array([0.0, 0.0]))
    assert got[0] > 0, (
        "The first prediction is too large, so raising it raises the loss: its slope should be "
        f"positive, but it is {got[0]:.6g}."
    )
    assert np.allclose(got[0], 0.25, rtol=1e-9), (
        "Half a square has the difference as its slope, here 0.5, and there are two elements, so "
        f"the first slope should be 0.25, not {got[0]:.6g}."
    )
    assert np.allclose(got[1], -0.5, rtol=1e-9), (
        "The difference -3 is on the straight piece, with a threshold of 1 and two elements, so "
        f"its slope should be -0.5, not {got[1]:.6g}."
    )
    got = gradient_of(np.array([[5.0, -7.0], [1.5, 0.0]]), np.zeros((2, 2)), 2.0)
    assert np.allclose(got, [[0.5, -0.5], [0.375, 0.0]], rtol=1e-9, atol=1e-12), (
        "With the threshold 2 the differences [[5, -7], [1.5, 0]] have the slopes "
        f"[[2, -2], [1.5, 0]], divided by 4: [[0.5, -0.5], [0.375, 0]], not {got.tolist()}."
    )


def test_gradient_matches_finite_differences():
    """huber_loss_backward: agrees with finite differences"""
    step = 1e-5
    for seed, shape in enumerate([(5,), (4, 3), (2, 2, 3)]):
        for delta in (0.5, 1.0, 3.0):
            pred, target = sample(350 + seed, shape)
            expected = np.zeros(shape)
            for index in np.ndindex(shape):
                up, down = pred.copy(), pred.copy()
                up[index] += step
                down[index] -= step
                change = slow_loss(up, target, delta) - slow_loss(down, target, delta)
                expected[index] = change / (2 * step)
            got = gradient_of(pred, target, delta)
            assert np.allclose(got, expected, rtol=0, atol=1e-5), (
                f"For shape {shape} and the threshold {delta:g}, nudging each prediction gives "
                f"slopes that begin with {np.round(expected.ravel()[:3], 5).tolist()}, but the "
                f"gradient begins with {np.round(got.ravel()[:3], 5).tolist()}."
            )


def test_huge_differences():
    """both: differences whose squares are no floats"""
    for far in (1e9, 1e200, 1e300):
        pred = np.array([far, -far, 0.0, 0.0])
        got = loss_of(pred, np.zeros(4), 0.5)
        assert math.isclose(got, far / 4, rel_tol=1e-6), (
            f"With the threshold 0.5 the differences {far:g} and {-far:g} cost half their size, so "
            f"the mean of four should be {far / 4:g}, but the loss is {got:g}."
        )
        gradient = gradient_of(pred, np.zeros(4), 0.5)
        assert np.allclose(gradient, [0.125, -0.125, 0.0, 0.0], atol=1e-12), (
            f"For the differences {far:g}, {-far:g}, 0 and 0 and the threshold 0.5 the gradient "
            f"should be [0.125, -0.125, 0, 0], but it is {gradient.tolist()}."
        )


def test_inputs_are_left_unchanged():
    """pred and target are left unchanged"""
    for function in (loss_of, gradient_of):
        pred, target = np.array([[1.0, -2.0]]), np.array([[0.5, 1.0]])
        function(pred, target)
        assert pred.tolist() == [[1.0, -2.0]], (
            f"pred holds {pred.tolist()} after the call, not [[1.0, -2.0]]: use a new array."
        )
        assert target.tolist() == [[0.5, 1.0]], (
            f"target holds {target.tolist()} after the call, not [[0.5, 1.0]]: use a new array."
        )
