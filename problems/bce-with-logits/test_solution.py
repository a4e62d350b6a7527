"""Hidden tests of bce-with-logits.

Logits are logarithms of odds where values are worked by hand; the oracle is a loop over floats.
"""

import math

import numpy as np
from solution import bce_with_logits, bce_with_logits_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(logits, targets):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = bce_with_logits(logits, targets)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"bce_with_logits should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"bce_with_logits should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(logits, targets):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = bce_with_logits_backward(logits, targets)
    assert type(gradient) is np.ndarray, (
        f"bce_with_logits_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    assert gradient.shape == logits.shape, (
        f"The gradient should have the shape of the logits, {logits.shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(logits, targets):
    """Compute the loss of moderate logits from their odds, one element at a time."""
    total = 0.0
    for z, t in zip(logits.ravel().tolist(), targets.ravel().tolist(), strict=True):
        odds = math.exp(z)
        total += math.log(1 + odds) - t * z  # -t log(odds / (1 + odds)) - (1 - t) log(1 / ...)
    return total / logits.size


def sample(seed, shape):
    """Return logits and soft targets."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.uniform(size=shape)


def test_single_elements_by_hand():
    """bce_with_logits: one element, by hand"""
    for odds, target, expected in [(3, 1, math.log(4 / 3)), (9, 1, math.log(10 / 9))]:
        got = loss_of(np.log(np.array([float(odds)])), np.array([float(target)]))
        assert math.isclose(got, expected, rel_tol=1e-6), (
            f"With odds of {odds} to 1 and the target 1 the loss should be {expected:.6g}, "
            f"but it is {got:.6g}."
        )
    got = loss_of(np.log(np.array([3.0])), np.array([0.0]))
    assert math.isclose(got, math.log(4), rel_tol=1e-6), (
        "With odds of 3 to 1 and the target 0, the probability of a no is 1/4, so the loss should "
        f"be {math.log(4):.6g}, but it is {got:.6g}."
    )


def test_soft_target():
    """bce_with_logits: a target between 0 and 1 weighs both answers"""
    expected = 0.25 * math.log(4 / 3) + 0.75 * math.log(4)
    got = loss_of(np.log(np.array([3.0])), np.array([0.25]))
    assert math.isclose(got, expected, rel_tol=1e-6), (
        "A target of 0.25 takes a quarter of the cost of a yes and three quarters of that of a no, "
        f"{expected:.6g}, but the loss is {got:.6g}."
    )


def test_mean_over_all_elements():
    """bce_with_logits: agrees with a loop, for any shape"""
    for seed, shape in enumerate([(6,), (1, 1), (4, 3), (2, 3, 4)]):
        logits, targets = sample(200 + seed, shape)
        expected = slow_loss(logits, targets)
        got = loss_of(logits, targets)
        assert math.isclose(got, expected, rel_tol=1e-6), (
            f"For arrays of shape {shape} the loss should be {expected:.6g}, not {got:.6g}. "
            "It is a mean over every element."
        )


def test_yes_and_no_mirror_each_other():
    """both: a no is a yes to the opposite question"""
    logits, targets = sample(210, (3, 2))
    one, other = loss_of(logits, targets), loss_of(-logits, 1 - targets)
    assert math.isclose(one, other, rel_tol=1e-6), (
        "Turning every logit and every target around should leave the loss as it is, but it is "
        f"{one:.6g} before and {other:.6g} after."
    )
    one, other = gradient_of(logits, targets), gradient_of(-logits, 1 - targets)
    assert np.allclose(one, -other, rtol=0, atol=1e-9), (
        "Turning every logit and every target around should only turn the gradient around, but "
        f"it is {np.round(one, 4).tolist()} before and {np.round(other, 4).tolist()} after."
    )


def test_gradient_by_hand():
    """bce_with_logits_backward: one element and four, by hand"""
    single = gradient_of(np.log(np.array([3.0])), np.array([1.0]))
    assert single[0] < 0, (
        "The answer is yes, so the logit should rise and its slope should be negative, "
        f"but it is {single[0]:.6g}."
    )
    assert np.allclose(single, -0.25, rtol=1e-6), (
        "The probability is 3/4 and should be 1, so the slope of the only element should be -0.25, "
        f"not {single[0]:.6g}."
    )
    logits = np.log(np.array([[1.0, 3.0], [4.0, 1 / 9]]))
    got = gradient_of(logits, np.array([[1.0, 0.0], [0.8, 0.5]]))
    expected = np.array([[-0.125, 0.1875], [0.0, -0.1]])
    assert np.allclose(got, expected, rtol=1e-6, atol=1e-12), (
        "The probabilities are [[0.5, 0.75], [0.8, 0.1]] and the targets [[1, 0], [0.8, 0.5]], so "
        f"the gradient should be {expected.tolist()}, not {np.round(got, 4).tolist()}."
    )


def test_gradient_matches_finite_differences():
    """bce_with_logits_backward: agrees with finite differences"""
    step = 1e-5
    for seed, shape in enumerate([(5,), (3, 2)]):
        logits, targets = sample(220 + seed, shape)
        expected = np.zeros(shape)
        for index in np.ndindex(shape):
            up, down = logits.copy(), logits.copy()
            up[index] += step
            down[index] -= step
            expected[index] = (slow_loss(up, targets) - slow_loss(down, targets)) / (2 * step)
        got = gradient_of(logits, targets)
        assert np.allclose(got, expected, rtol=0, atol=1e-6), (
            f"For arrays of shape {shape}, nudging each logit gives the slopes "
            f"{np.round(expected, 4).tolist()}, but the gradient is {np.round(got, 4).tolist()}."
        )


def test_sure_and_wrong():
    """bce_with_logits: sure and wrong costs as much as the logit is large"""
    got = loss_of(np.array([50.0]), np.array([0.0]))
    assert math.isfinite(got), (
        f"A logit of 50 with the target 0 should cost 50, but the loss is {got}. "
        "Is there a logarithm of a probability that became 0?"
    )
    assert math.isclose(got, 50, rel_tol=1e-6), (
        f"A logit of 50 with the target 0 should cost 50, but the loss is {got:.6g}. "
        "The further off, the dearer: nothing should stop the loss from growing."
    )
    for far in (1000.0, 1e300):
        for sign, target in [(1, 0.0), (-1, 1.0)]:
            got = loss_of(np.array([sign * far]), np.array([target]))
            assert math.isclose(got, far, rel_tol=1e-6), (
                f"A logit of {sign * far:g} with the target {target:g} should cost {far:g}, but "
                f"the loss is {got:g}. Is there an exponential that overflows?"
            )


def test_sure_and_right():
    """bce_with_logits: sure and right costs next to nothing, but exactly that"""
    for far in (1000.0, 1e300):
        got = loss_of(np.array([far, -far]), np.array([1.0, 0.0]))
        assert abs(got) <= 1e-300, (
            f"Logits of {far:g} and {-far:g} are right, so the loss should be 0, but it is {got!r}."
        )
    for far in (20.0, 40.0, 300.0):
        got = loss_of(np.array([far, -far]), np.array([1.0, 0.0]))
        assert math.isclose(got, math.exp(-far), rel_tol=1e-6), (
            f"Logits of {far:g} and {-far:g} are right and cost exp(-{far:g}) = "
            f"{math.exp(-far):.6g} each, but the loss is {got:.6g}. Is something tiny added to, or "
            "taken from, something large?"
        )


def test_gradient_at_any_magnitude():
    """bce_with_logits_backward: large and very negative logits"""
    logits = np.array([1e3, -1e3, 1e300, -1e300])
    got = gradient_of(logits, np.array([0.0, 1.0, 1.0, 0.5]))
    assert np.allclose(got, [0.25, -0.25, 0.0, -0.125], atol=1e-9), (
        "The probabilities are [1, 0, 1, 0] and the targets [0, 1, 1, 0.5], so the gradient should "
        f"be [0.25, -0.25, 0, -0.125], not {got.tolist()}."
    )


def test_inputs_are_left_unchanged():
    """logits and targets are left unchanged"""
    for function in (loss_of, gradient_of):
        logits, targets = np.array([[1.0, -2.0]]), np.array([[0.5, 1.0]])
        function(logits, targets)
        assert logits.tolist() == [[1.0, -2.0]], (
            f"logits holds {logits.tolist()} after the call, not [[1.0, -2.0]]: use a new array."
        )
        assert targets.tolist() == [[0.5, 1.0]], (
            f"targets holds {targets.tolist()} after the call, not [[0.5, 1.0]]: use a new array."
        )
