"""Hidden tests of focal-loss.

Logits are logarithms of odds where values are worked by hand; the oracle takes the two kinds of
targets apart and works with the odds, one element at a time.
"""

import math

import numpy as np
from solution import focal_loss, focal_loss_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = focal_loss(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"focal_loss should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"focal_loss should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = focal_loss_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"focal_loss_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[0].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of the logits, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(logits, targets, gamma, alpha):
    """Compute the loss of moderate logits from the odds of the right answer."""
    total = 0.0
    for z, target in zip(logits.ravel().tolist(), targets.ravel().tolist(), strict=True):
        odds, weight = (math.exp(z), alpha) if target else (math.exp(-z), 1 - alpha)
        total += weight * math.log((1 + odds) / odds) / (1 + odds) ** gamma
    return total / logits.size


def sample(seed, shape):
    """Return logits and targets, both answers among them where there are two elements or more."""
    generator = np.random.default_rng(seed)
    targets = (generator.random(shape) < 0.4).astype(float)
    targets.flat[0], targets.flat[-1] = 1.0, 0.0
    return generator.normal(size=shape, scale=2), targets


def test_yes_by_hand():
    """focal_loss: an answer that should be yes, by hand"""
    for chance, expected in [(0.9, -0.0025 * math.log(0.9)), (0.5, 0.0625 * math.log(2))]:
        got = loss_of(np.log(np.array([chance / (1 - chance)])), np.array([1.0]))
        assert math.isclose(got, expected, rel_tol=1e-6), (
            f"A yes that got the probability {chance:g} costs 0.25 * {1 - chance:.1f}**2 * "
            f"{-math.log(chance):.6g} = {expected:.6g}, but the loss is {got:.6g}."
        )


def test_no_by_hand():
    """focal_loss: an answer that should be no, by hand"""
    got = loss_of(np.log(np.array([3.0])), np.array([0.0]))
    expected = 0.75 * 0.75**2 * math.log(4)
    assert got > 0, f"A no that got 1/4 costs {expected:.6g}, but the loss is {got:.6g}."
    assert math.isclose(got, expected, rel_tol=1e-6), (
        "The odds of a yes are 3 to 1, so the right answer, a no, has the probability 1/4. It "
        f"costs 0.75 * 0.75**2 * {math.log(4):.6g} = {expected:.6g}, but the loss is {got:.6g}."
    )


def test_without_a_focus():
    """focal_loss: with gamma 0, a weighted cross-entropy"""
    logits = np.log(np.array([3.0, 3.0]))
    for alpha in (0.5, 0.1, 1.0):
        expected = (alpha * math.log(4 / 3) + (1 - alpha) * math.log(4)) / 2
        got = loss_of(logits, np.array([1.0, 0.0]), 0.0, alpha)
        assert math.isclose(got, expected, rel_tol=1e-6), (
            f"With gamma 0 and alpha {alpha:g} only the weights are left: a yes with 3/4 and a no "
            f"with 1/4 cost {expected:.6g} on average, but the loss is {got:.6g}."
        )


def test_loss_of_any_shape():
    """focal_loss: agrees with a loop, for any shape, gamma and alpha"""
    for seed, shape in enumerate([(6,), (1, 2), (4, 3), (2, 3, 4)]):
        for gamma, alpha in [(2.0, 0.25), (0.5, 0.6), (5.0, 0.9)]:
            logits, targets = sample(380 + seed, shape)
            expected = slow_loss(logits, targets, gamma, alpha)
            got = loss_of(logits, targets, gamma, alpha)
            assert math.isclose(got, expected, rel_tol=1e-6), (
                f"For arrays of shape {shape}, gamma {gamma:g} and alpha {alpha:g} the loss should "
                f"be {expected:.6g}, but it is {got:.6g}. Is it a mean over every element?"
            )


def test_yes_and_no_mirror_each_other():
    """both: a no is a yes to the opposite question"""
    logits, targets = sample(390, (3, 2))
    one = loss_of(logits, targets, 1.5, 0.3)
    other = loss_of(-logits, 1 - targets, 1.5, 0.7)
    assert math.isclose(one, other, rel_tol=1e-6), (
        "Turning around every logit, every target and the two weights should leave the loss as it "
        f"is, but it is {one:.6g} before and {other:.6g} after."
    )
    one = gradient_of(logits, targets, 1.5, 0.3)
    other = gradient_of(-logits, 1 - targets, 1.5, 0.7)
    assert np.allclose(one, -other, rtol=0, atol=1e-9), (
        "Turning around every logit, every target and the two weights should only turn the "
        f"gradient around, but it is {np.round(one, 4).tolist()} before and "
        f"{np.round(other, 4).tolist()} after."
    )


def test_gradient_by_hand():
    """focal_loss_backward: one element and two, by hand"""
    single = gradient_of(np.array([0.0]), np.array([1.0]))
    assert single[0] < 0, (
        "The answer is yes, so the logit should rise and its slope should be negative, "
        f"but it is {single[0]:.6g}."
    )
    expected = -0.25 * 0.25 * (math.log(2) + 0.5)
    assert np.allclose(single, expected, rtol=1e-6), (
        "A yes with the probability 1/2 has the slope 0.25 * 0.5**2 * (log 0.5 - 0.5) = "
        f"{expected:.6g}, but yours is {single[0]:.6g}."
    )
    pair = gradient_of(np.log(np.array([3.0, 3.0])), np.array([1.0, 0.0]), 1.0, 0.5)
    expected = [-0.25 * (0.75 * math.log(4 / 3) + 0.25) / 4]
    expected.append(0.75 * (0.25 * math.log(4) + 0.75) / 4)
    assert np.allclose(pair, expected, rtol=1e-6), (
        "With gamma 1 and alpha 0.5, a yes that got 3/4 and a no that got 1/4 have the slopes "
        f"{np.round(expected, 6).tolist()}, but the gradient is {np.round(pair, 6).tolist()}."
    )


def test_gradient_matches_finite_differences():
    """focal_loss_backward: agrees with finite differences"""
    step = 1e-5
    for seed, shape in enumerate([(5,), (3, 2)]):
        for gamma, alpha in [(2.0, 0.25), (0.5, 0.6), (0.0, 0.5)]:
            logits, targets = sample(400 + seed, shape)
            expected = np.zeros(shape)
            for index in np.ndindex(shape):
                up, down = logits.copy(), logits.copy()
                up[index] += step
                down[index] -= step
                change = slow_loss(up, targets, gamma, alpha)
                change -= slow_loss(down, targets, gamma, alpha)
                expected[index] = change / (2 * step)
            got = gradient_of(logits, targets, gamma, alpha)
            assert np.allclose(got, expected, rtol=0, atol=1e-7), (
                f"For shape {shape}, gamma {gamma:g} and alpha {alpha:g}, nudging each logit gives "
                f"the slopes {np.round(expected, 5).tolist()}, but the gradient is "
                f"{np.round(got, 5).tolist()}."
            )


def test_sure_and_wrong():
    """focal_loss: sure and wrong costs as much as the logit is large"""
    got = loss_of(np.array([50.0]), np.array([0.0]), 2.0, 0.5)
    assert math.isfinite(got), (
        "A logit of 50 with the target 0 and the weight 0.5 should cost 25, but the loss is "
        f"{got}. Is there a logarithm of a probability that became 0?"
    )
    assert math.isclose(got, 25, rel_tol=1e-6), (
        f"A logit of 50 with the target 0 and the weight 0.5 should cost 25, but the loss is "
        f"{got:.6g}. The further off, the dearer: nothing should stop the loss from growing."
    )
    for far in (1000.0, 1e300):
        for sign, target in [(1, 0.0), (-1, 1.0)]:
            got = loss_of(np.array([sign * far]), np.array([target]), 2.0, 0.5)
            assert math.isclose(got, far / 2, rel_tol=1e-6), (
                f"A logit of {sign * far:g} with the target {target:g} and the weight 0.5 should "
                f"cost {far / 2:g}, but the loss is {got:g}. Does an exponential overflow?"
            )


def test_sure_and_right():
    """focal_loss: sure and right costs next to nothing, but exactly that"""
    for far in (1000.0, 1e300):
        got = loss_of(np.array([far, -far]), np.array([1.0, 0.0]), 0.5, 0.5)
        assert abs(got) <= 1e-300, (
            f"Logits of {far:g} and {-far:g} are right, so the loss should be 0, but it is {got!r}."
        )
    for far, gamma in [(20.0, 2.0), (40.0, 0.5), (100.0, 4.0)]:
        got = loss_of(np.array([far, -far]), np.array([1.0, 0.0]), gamma, 0.5)
        expected = math.exp(-far * (gamma + 1)) / 2
        assert got > 0, f"The loss should be {expected:.6g}, which is little, but not {got!r}."
        assert math.isclose(got / expected, 1, rel_tol=1e-6), (
            f"With gamma {gamma:g} the logits {far:g} and {-far:g} are right and should cost "
            f"{expected:.6g}, but the loss is {got:.6g}. Is something tiny taken from 1?"
        )


def test_gradient_at_any_magnitude():
    """focal_loss_backward: large and very negative logits"""
    logits = np.array([1e3, -1e3, 1e300, -1e300, 40.0])
    for gamma in (0.0, 0.5, 2.0):
        got = gradient_of(logits, np.array([0.0, 1.0, 1.0, 0.0, 1.0]), gamma, 0.4)
        assert np.allclose(got, [0.12, -0.08, 0.0, 0.0, 0.0], atol=1e-9), (
            f"With gamma {gamma:g} and alpha 0.4, five logits of which the first two are sure and "
            f"wrong should have the slopes [0.12, -0.08, 0, 0, 0], not {got.tolist()}."
        )


def test_inputs_are_left_unchanged():
    """logits and targets are left unchanged"""
    for function in (loss_of, gradient_of):
        logits, targets = np.array([[1.0, -2.0]]), np.array([[0.0, 1.0]])
        function(logits, targets)
        assert logits.tolist() == [[1.0, -2.0]], (
            f"logits holds {logits.tolist()} after the call, not [[1.0, -2.0]]: use a new array."
        )
        assert targets.tolist() == [[0.0, 1.0]], (
            f"targets holds {targets.tolist()} after the call, not [[0.0, 1.0]]: use a new array."
        )
