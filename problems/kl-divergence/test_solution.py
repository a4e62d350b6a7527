"""Hidden tests of kl-divergence.

The oracle is a sum over the classes that happen; properties come from what the divergence means,
such as that of independent pairs, which adds up.
"""

import math

import numpy as np
from solution import kl_divergence, kl_divergence_backward

NUMBER_TYPES = (float, np.float32, np.float64, np.longdouble)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def loss_of(*arguments):
    """Return the submission's loss as a plain float, once its form is right."""
    with np.errstate(all="ignore"):
        loss = kl_divergence(*arguments)
    assert type(loss) is np.ndarray or any(type(loss) is kind for kind in NUMBER_TYPES), (
        f"kl_divergence should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        f"kl_divergence should return one number, not an array of shape {np.shape(loss)}."
    )
    return float(loss)


def gradient_of(*arguments):
    """Return the submission's gradient as an array of floats, once its form is right."""
    with np.errstate(all="ignore"):
        gradient = kl_divergence_backward(*arguments)
    assert type(gradient) is np.ndarray, (
        f"kl_divergence_backward should return a NumPy array, not {kind_of(gradient)}."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype} values."
    )
    shape = arguments[1].shape
    assert gradient.shape == shape, (
        f"The gradient should have the shape of q, {shape}, not {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def slow_loss(p, q):
    """Compute the loss from the odds of the two beliefs, class by class."""
    total = 0.0
    for true, believed in zip(p.tolist(), q.tolist(), strict=True):
        pairs = [pair for pair in zip(true, believed, strict=True) if pair[0]]
        total -= math.fsum(a * math.log(b / a) for a, b in pairs)
    return total / len(p)


def sample(seed, shape):
    """Return two tables whose rows are distributions."""
    generator = np.random.default_rng(seed)
    p, q = generator.random(shape) + 0.05, generator.random(shape) + 0.05
    return p / p.sum(axis=1, keepdims=True), q / q.sum(axis=1, keepdims=True)


def test_one_row_by_hand():
    """kl_divergence: one row, by hand"""
    got = loss_of(np.array([[0.5, 0.25, 0.25]]), np.array([[0.25, 0.5, 0.25]]))
    assert got >= 0, f"A divergence is never negative, but yours is {got:.6g}."
    assert math.isclose(got, 0.25 * math.log(2), rel_tol=1e-9), (
        "The classes add 0.5 log 2, -0.25 log 2 and 0, so the loss should be "
        f"{0.25 * math.log(2):.6g}, but it is {got:.6g}."
    )
    got = loss_of(np.array([[0.75, 0.25]]), np.array([[0.25, 0.75]]))
    assert math.isclose(got, 0.5 * math.log(3), rel_tol=1e-9), (
        "The classes add 0.75 log 3 and -0.25 log 3, so the loss should be "
        f"{0.5 * math.log(3):.6g}, but it is {got:.6g}."
    )


def test_which_is_which():
    """kl_divergence: what is true comes first"""
    got = loss_of(np.array([[0.5, 0.5]]), np.array([[0.125, 0.875]]))
    expected = 0.5 * math.log(4) + 0.5 * math.log(4 / 7)
    assert math.isclose(got, expected, rel_tol=1e-9), (
        "A fair coin that is believed to be [1/8, 7/8] costs 0.5 log 4 + 0.5 log (4/7) = "
        f"{expected:.6g}, but the loss is {got:.6g}. Whose probabilities are the weights?"
    )


def test_mean_over_rows():
    """kl_divergence: agrees with a loop, the mean over the rows, for any N and C"""
    for seed, shape in enumerate([(1, 4), (5, 3), (3, 5), (4, 4), (7, 2)]):
        p, q = sample(420 + seed, shape)
        expected = slow_loss(p, q)
        got = loss_of(p, q)
        assert math.isclose(got, expected, rel_tol=0, abs_tol=1e-9), (
            f"For tables of shape {shape} the loss should be {expected:.6g}, but it is {got:.6g}. "
            "Add up a row's classes, then take the mean over the rows."
        )


def test_equal_distributions():
    """kl_divergence: 0 for equal distributions only, never negative"""
    p, q = sample(430, (6, 4))
    got = loss_of(p, p.copy())
    assert math.isclose(got, 0, abs_tol=1e-9), (
        f"Equal distributions have no divergence, but the loss is {got!r}."
    )
    for mix in (0.01, 0.5, 1.0):
        got = loss_of(p, (1 - mix) * p + mix * q)
        assert got > 1e-9, (
            f"Two different distributions should have a positive divergence, but it is {got!r}."
        )


def test_independent_pairs_add_up():
    """kl_divergence: two independent things cost as much as both together"""
    p, q = sample(440, (2, 3))
    expected = loss_of(p[:1], q[:1]) + loss_of(p[1:], q[1:])
    got = loss_of(np.outer(p[0], p[1]).reshape(1, 9), np.outer(q[0], q[1]).reshape(1, 9))
    assert math.isclose(got, expected, rel_tol=0, abs_tol=1e-9), (
        "Pairs of two independent draws should cost the sum of the two divergences, "
        f"{expected:.6g}, but the loss is {got:.6g}."
    )


def test_what_never_happens():
    """both: a class that never happens costs nothing"""
    p = np.array([[0.5, 0.5, 0.0], [0.0, 1.0, 0.0]])
    for q in (np.array([[0.25, 0.25, 0.5], [0.5, 0.25, 0.25]]), p.copy()):
        expected = (math.log(2) + math.log(4)) / 2 if q[0, 2] else 0.0
        got = loss_of(p, q)
        assert not math.isnan(got), (
            f"For p = {p.tolist()} and q = {q.tolist()} the loss should be {expected:.6g}, but it "
            "is nan. What is 0 times the logarithm of 0?"
        )
        assert math.isclose(got, expected, rel_tol=0, abs_tol=1e-9), (
            f"For p = {p.tolist()} and q = {q.tolist()} the loss should be {expected:.6g}, but it "
            f"is {got:.6g}."
        )
        gradient = gradient_of(p, q)
        expected = -np.array([[0.25 / q[0, 0], 0.25 / q[0, 1], 0.0], [0.0, 0.5 / q[1, 1], 0.0]])
        assert np.allclose(gradient, expected, rtol=1e-9, atol=1e-12), (
            f"For p = {p.tolist()} and q = {q.tolist()} the gradient should be "
            f"{(expected + 0.0).tolist()}, but it is {gradient.tolist()}."
        )


def test_what_was_thought_impossible():
    """kl_divergence: infinite only where the impossible happens"""
    p = np.array([[0.5, 0.5], [0.5, 0.5]])
    got = loss_of(p, np.array([[0.5, 0.5], [0.0, 1.0]]))
    assert got >= 0, (
        "What happens here was thought impossible, and the loss should be infinite, not "
        f"{got:.6g}. Is a class left out?"
    )
    assert got == math.inf, (
        "The first class of the second row happens but was thought impossible: the loss should be "
        f"inf, but it is {got!r}."
    )
    for tiny in (1e-20, 1e-200, 1e-310):
        expected = (-math.log(2) - math.log(tiny)) / 2 - math.log(2) / 2
        got = loss_of(p[:1], np.array([[tiny, 1.0]]))
        assert math.isclose(got, expected, rel_tol=1e-9), (
            f"A probability of {tiny:g} is little, but not 0: the loss should be {expected:.6g}, "
            f"but it is {got:.6g}. Is something added to q, or divided by it?"
        )


def test_gradient_by_hand():
    """kl_divergence_backward: one row and two, by hand"""
    p, q = np.array([[0.5, 0.25, 0.25]]), np.array([[0.25, 0.625, 0.125]])
    got = gradient_of(p, q)
    assert got[0, 0] < 0, (
        "More belief in what happens lowers the loss, so the first slope should be negative, "
        f"but it is {got[0, 0]:.6g}."
    )
    assert np.all(got < 0), (
        "Every class happens, so more belief in any of them lowers the loss and every slope should "
        f"be negative, but the gradient is {np.round(got, 4).tolist()}."
    )
    assert np.allclose(got, [[-2.0, -0.4, -2.0]], rtol=1e-9), (
        "For p = [1/2, 1/4, 1/4] and q = [1/4, 5/8, 1/8] the gradient should be [[-2, -0.4, -2]], "
        f"not {np.round(got, 4).tolist()}."
    )
    got = gradient_of(np.vstack([p, p]), np.vstack([q, p]))
    assert np.allclose(got, [[-1.0, -0.2, -1.0], [-0.5, -0.5, -0.5]], rtol=1e-9), (
        "With a second row in which q equals p, the gradient of the mean should be "
        f"[[-1, -0.2, -1], [-0.5, -0.5, -0.5]], not {np.round(got, 4).tolist()}."
    )


def test_gradient_matches_finite_differences():
    """kl_divergence_backward: agrees with finite differences"""
    step = 1e-6
    for seed, shape in enumerate([(1, 3), (4, 2), (3, 5)]):
        p, q = sample(450 + seed, shape)
        expected = np.zeros(shape)
        for index in np.ndindex(shape):
            up, down = q.copy(), q.copy()
            up[index] += step
            down[index] -= step
            expected[index] = (slow_loss(p, up) - slow_loss(p, down)) / (2 * step)
        got = gradient_of(p, q)
        assert np.allclose(got, expected, rtol=1e-4), (
            f"For tables of shape {shape}, nudging each entry of q gives the slopes "
            f"{np.round(expected, 4).tolist()}, but the gradient is {np.round(got, 4).tolist()}."
        )


def test_inputs_are_left_unchanged():
    """p and q are left unchanged"""
    for function in (loss_of, gradient_of):
        p, q = np.array([[0.5, 0.5, 0.0]]), np.array([[0.25, 0.75, 0.0]])
        function(p, q)
        assert p.tolist() == [[0.5, 0.5, 0.0]], (
            f"p holds {p.tolist()} after the call, not [[0.5, 0.5, 0.0]]: use a new array."
        )
        assert q.tolist() == [[0.25, 0.75, 0.0]], (
            f"q holds {q.tolist()} after the call, not [[0.25, 0.75, 0.0]]: use a new array."
        )
