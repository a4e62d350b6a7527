"""Hidden tests of momentum.

Parameter and velocity are checked on lines of their own. Many steps are compared with the sum that
they unroll to, in which each gradient counts with a power of the momentum.
"""

import numpy as np
from solution import momentum_step


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(array, name, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
    assert array.shape == shape, (
        f"{name} should have the shape of param, {shape}, but its shape is {array.shape}."
    )
    return np.array(array, dtype=float)


def step(param, grad, velocity, lr, **options):
    """Return the submission's new parameter and velocity, once their form is right."""
    result = momentum_step(param, grad, velocity, lr, **options)
    assert type(result) is tuple, (
        f"momentum_step should return a tuple (param, velocity), not {kind_of(result)}."
    )
    assert len(result) == 2, f"momentum_step should return two arrays, not {len(result)}."
    new_param = plain(result[0], "The new parameter", param.shape)
    return new_param, plain(result[1], "The new velocity", param.shape)


def sample(seed, shape):
    """Return a parameter, a gradient and a velocity."""
    return list(np.random.default_rng(seed).normal(size=(3, *shape), scale=2))


def shown(array):
    """Return an array's numbers, short enough for a message."""
    return np.round(array, 5).tolist()


def test_first_step_is_plain_descent():
    """the first step, with a velocity of zeros, is one of plain gradient descent"""
    grad = np.array([[4.0, -2.0, 0.0]])
    param, velocity = step(np.ones((1, 3)), grad, np.zeros((1, 3)), 0.5, momentum=0.75)
    assert np.allclose(velocity, grad, rtol=1e-9), (
        f"Nothing is rolling yet, so the velocity should become the gradient {shown(grad)}, whole, "
        f"but it became {shown(velocity)}."
    )
    assert np.allclose(param, [[-1.0, 2.0, 1.0]], rtol=1e-9), (
        "Ones with the gradient [4, -2, 0] and lr 0.5 should become [-1, 2, 1] in a first step, "
        f"but they became {shown(param)}."
    )


def test_worked_step():
    """a step from a velocity that is rolling, computed by hand"""
    param, velocity = step(
        np.array([1.0, -2.0]), np.array([2.0, 4.0]), np.array([10.0, -1.0]), 0.25, momentum=0.5
    )
    assert np.allclose(velocity, [7.0, 3.5], rtol=1e-9), (
        "Half of the velocity [10, -1] plus the gradient [2, 4] is [7, 3.5], "
        f"but yours is {shown(velocity)}."
    )
    assert np.allclose(param, [-0.75, -2.875], rtol=1e-9), (
        "[1, -2] minus 0.25 times the new velocity [7, 3.5] is [-0.75, -2.875], "
        f"but yours is {shown(param)}. Which velocity does the step use?"
    )


def test_many_steps_unroll_to_a_sum():
    """twelve steps: a gradient of k steps ago counts momentum ** k"""
    grads = np.random.default_rng(21).normal(size=(12, 2, 3))
    start = np.full((2, 3), 5.0)
    param, velocity = start, np.zeros((2, 3))
    for grad in grads:
        param, velocity = step(param, grad, velocity, 0.1, momentum=0.8)
    weights = [0.8**age for age in reversed(range(12))]
    expected = sum(weight * grad for weight, grad in zip(weights, grads, strict=True))
    assert np.allclose(velocity, expected, rtol=1e-6), (
        f"After 12 steps the velocity should be the sum of 0.8 ** age times gradient, "
        f"{shown(expected)}, but it is {shown(velocity)}."
    )
    reach = [(1 - 0.8**left) / (1 - 0.8) for left in range(12, 0, -1)]
    expected = start - 0.1 * sum(r * grad for r, grad in zip(reach, grads, strict=True))
    assert np.allclose(param, expected, rtol=1e-6), (
        f"After 12 steps the parameter should be {shown(expected)}, but it is {shown(param)}."
    )


def test_rate_may_change_between_steps():
    """the learning rate scales the step, not the velocity"""
    param, grad, velocity = sample(22, (4,))
    slow, fast = (step(param, grad, velocity, lr) for lr in (0.01, 1.0))
    assert np.allclose(slow[1], fast[1], rtol=1e-9), (
        f"With lr 0.01 the velocity became {shown(slow[1])}, with lr 1 {shown(fast[1])}. "
        "A schedule may change the rate at any time; it should not reach into the velocity."
    )
    assert np.allclose(fast[0] - param, 100 * (slow[0] - param), rtol=1e-6), (
        f"A rate that is 100 times as high should make the step 100 times as long, but the steps "
        f"are {shown(slow[0] - param)} and {shown(fast[0] - param)}."
    )


def test_constant_slope_builds_up_speed():
    """under a constant gradient the default momentum builds up ten times the speed"""
    param, velocity = np.zeros(1), np.zeros(1)
    for _ in range(400):
        before = param
        param, velocity = step(param, np.array([3.0]), velocity, 0.01)
    assert np.allclose(before - param, 0.3, rtol=1e-6), (
        "With the gradient 3, lr 0.01 and the default momentum, steps grow from 0.03 to 0.3, "
        f"but your 400th is {float(before[0] - param[0]):.6g} long."
    )


def test_no_momentum():
    """with momentum 0, any velocity is forgotten"""
    param, grad, velocity = sample(23, (3, 2))
    got = step(param, grad, velocity, 0.3, momentum=0.0)[0]
    assert np.allclose((param - got) / 0.3, grad, rtol=1e-6), (
        f"With momentum 0 the parameter should move by lr times the gradient {shown(grad)}, but it "
        f"moved as if the gradient were {shown((param - got) / 0.3)}."
    )


def test_any_shape():
    """arrays of any shape: one entry, several axes, no entries"""
    for shape in [(1,), (5, 1), (2, 1, 3), (0,)]:
        param, grad, velocity = sample(24, shape)
        got, moving = step(param, grad, velocity, 0.5, momentum=0.25)
        assert np.allclose(moving - grad, velocity / 4, rtol=1e-6), (
            f"For arrays of shape {shape}, what the velocity holds beside the gradient should be a "
            f"quarter of the old velocity, {shown(velocity / 4)}, not {shown(moving - grad)}."
        )
        assert np.allclose(param - got, moving / 2, rtol=1e-6), (
            f"For arrays of shape {shape} the step should be half of the new velocity, "
            f"{shown(moving / 2)}, not {shown(param - got)}."
        )


def test_inputs_are_left_unchanged():
    """param, grad and velocity are left unchanged, and the same step again gives the same"""
    arrays = sample(25, (2, 3))
    before = [array.copy() for array in arrays]
    first = step(*arrays, 0.5)
    for name, now, then in zip(("param", "grad", "velocity"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the step. `*=`, `+=` and `-=` write into the "
            "caller's array: make a new one."
        )
    for momentum in (0.0, 0.5):
        for new in momentum_step(*arrays, 0.5, momentum=momentum):
            assert not any(np.shares_memory(new, old) for old in arrays), (
                "A returned array shares memory with one that was passed in. Who keeps the old one "
                "would see it change with the new."
            )
    for got, expected in zip(step(*arrays, 0.5), first, strict=True):
        assert np.array_equal(got, expected), (
            "Called twice with the same arguments, momentum_step gives two different answers. "
            "The velocity comes in as an argument: nothing needs to be kept."
        )
