"""Hidden tests of mae-loss.

The oracle adds up distances on the number line; the subgradient is held against its definition, a
line that stays below the loss, as well as against central differences.
"""

import math

import numpy as np
from solution import mae_loss, mae_loss_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = mae_loss(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"mae_loss should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"mae_loss should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = mae_loss_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"mae_loss_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[0].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of pred, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(pred, target):
    """Compute the loss from distances on the number line, one element at a time."""
    pairs = list(zip(pred.ravel().tolist(), target.ravel().tolist(), strict=True))
    return math.fsum(max(pair) - min(pair) for pair in pairs) / len(pairs)


def sample(seed, shape):
    """Return predictions and targets that differ by at least 0.1 everywhere, on both sides."""
    generator = np.random.default_rng(seed)
    target = generator.normal(size=shape, scale=2)
    side = np.where(generator.random(shape) < 0.5, -1.0, 1.0)
    side.flat[0] = -1.0
    return target + side * generator.uniform(0.1, 3, size=shape), target


def test_loss_by_hand():
    """mae_loss: two numbers and three, by hand"""
    got = loss_of(np.array([2.0, -2.0]), np.array([0.0, 0.0]))
    assert math.isclose(got, 2, rel_tol=1e-9), (
        "One prediction is 2 too high and one 2 too low, so the loss should be 2, "
        f"but it is {got:.6g}. Where do the signs go?"
    )
    got = loss_of(np.array([4.0, -1.0, 2.0]), np.array([1.0, 1.0, 2.0]))
    assert math.isclose(got, 5 / 3, rel_tol=1e-9), (
        "The differences are 3, -2 and 0, so the loss should be (3 + 2 + 0) / 3 = 1.66667, "
        f"but it is {got:.6g}."
    )


def test_loss_of_any_shape():
    """mae_loss: the mean over every element, for any shape"""
    for seed, shape in enumerate([(1,), (6,), (4, 3), (3, 4), (2, 3, 4)]):
        pred, target = sample(300 + seed, shape)
        expected = slow_loss(pred, target)
        got = loss_of(pred, target)
        assert math.isclose(got, expected, rel_tol=1e-9), (
            f"For arrays of shape {shape} the loss should be {expected:.6g}, but it is {got:.6g}. "
            f"There are {pred.size} elements: what do you add up, and by what do you divide?"
        )


def test_one_outlier_counts_once():
    """mae_loss: grows as fast as one outlier, not faster"""
    target = np.zeros(5)
    for far in (1e-200, 10.0, 1e6, 1e300):
        got = loss_of(np.array([0.0, 0.0, -far, 0.0, 0.0]), target)
        assert math.isclose(got, far / 5, rel_tol=1e-9), (
            f"One of five predictions is off by {far:g}, the others are right: the loss should be "
            f"{far / 5:g}, but it is {got:g}."
        )


def test_perfect_prediction():
    """both: a perfect prediction costs nothing and moves nowhere"""
    target = sample(310, (2, 3))[1]
    got = loss_of(target.copy(), target)
    assert got == 0, f"pred equals target, so the loss should be exactly 0, but it is {got!r}."
    gradient = gradient_of(target.copy(), target)
    assert not np.any(np.isnan(gradient)), (
        f"pred equals target, and the gradient holds nan: {gradient.tolist()}. "
        "Does your code divide by the differences?"
    )
    assert np.all(gradient == 0), (
        "pred equals target, so the gradient should be 0 everywhere, but it is "
        f"{gradient.tolist()}. What should a subgradient at the corner be?"
    )


def test_gradient_by_hand():
    """mae_loss_backward: three elements and four, by hand"""
    got = gradient_of(np.array([5.0, -7.0, 1.0]), np.array([2.0, 1.0, 0.5])) * 3
    assert got[0] > 0, (
        "The first prediction is too large, so raising it raises the loss: its slope should be "
        f"positive, but it is {got[0] / 3:.6g}."
    )
    assert np.allclose(got, [1.0, -1.0, 1.0], rtol=1e-9), (
        "The differences are 3, -8 and 0.5 and there are three elements, so the gradient should be "
        f"[1/3, -1/3, 1/3], not {np.round(got / 3, 4).tolist()}. Whose slope depends on the size?"
    )
    got = gradient_of(np.array([[1.0, 2.0], [3.0, 9.0]]), np.array([[4.0, 2.0], [1.0, 9.5]]))
    assert np.allclose(got, [[-0.25, 0.0], [0.25, -0.25]], rtol=1e-9, atol=1e-12), (
        "The differences are [[-3, 0], [2, -0.5]] and there are four elements, one of them right, "
        f"so the gradient should be [[-0.25, 0], [0.25, -0.25]], not {got.tolist()}."
    )


def test_gradient_matches_finite_differences():
    """mae_loss_backward: agrees with finite differences away from the corner"""
    step = 1e-4
    for seed, shape in enumerate([(5,), (4, 3), (2, 5), (2, 2, 3)]):
        pred, target = sample(320 + seed, shape)
        expected = np.zeros(shape)
        for index in np.ndindex(shape):
            up, down = pred.copy(), pred.copy()
            up[index] += step
            down[index] -= step
            expected[index] = (slow_loss(up, target) - slow_loss(down, target)) / (2 * step)
        got = gradient_of(pred, target)
        assert np.allclose(got, expected, rtol=0, atol=1e-8), (
            f"For arrays of shape {shape}, nudging each prediction gives slopes that begin with "
            f"{np.round(expected.ravel()[:3], 5).tolist()}, but the gradient begins with "
            f"{np.round(got.ravel()[:3], 5).tolist()}."
        )


def test_gradient_stays_below_the_loss():
    """mae_loss_backward: a line with this slope never rises above the loss"""
    generator = np.random.default_rng(330)
    pred, target = sample(331, (3, 3))
    pred[1] = target[1]  # at the corner, too
    start, slope = slow_loss(pred, target), gradient_of(pred, target)
    for _ in range(40):
        other = pred + generator.normal(size=pred.shape, scale=generator.uniform(0.01, 3))
        line = start + float((slope * (other - pred)).sum())
        loss = slow_loss(other, target)
        assert line <= loss + 1e-9, (
            "A subgradient gives a line that stays below the loss everywhere. With yours it would "
            f"predict a loss of {line:.6g} where the loss is {loss:.6g}."
        )


def test_gradient_at_any_magnitude():
    """mae_loss_backward: tiny and huge differences pull alike"""
    for far in (1e-300, 1e-12, 1e8, 1e300):
        got = gradient_of(np.array([far, -far, 0.0, far]), np.zeros(4))
        assert np.allclose(got, [0.25, -0.25, 0.0, 0.25], rtol=1e-6, atol=1e-12), (
            f"For the differences {far:g}, {-far:g}, 0 and {far:g} the gradient should be "
            f"[0.25, -0.25, 0, 0.25], but it is {got.tolist()}."
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
