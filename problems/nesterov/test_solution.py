"""Hidden tests of nesterov.

The oracle is the form with a look ahead, which calls the slope at another place; the submission is
given the slope at its own parameters and has to walk the same way.
"""

import numpy as np
from solution import nesterov_step


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step(param, grad, velocity, lr, **options):
    """Return the submission's new parameter and velocity as copies, once their form is right."""
    result = nesterov_step(param, grad, velocity, lr, **options)
    assert type(result) is tuple, (
        f"nesterov_step should return a tuple (param, velocity), not {kind_of(result)}."
    )
    assert len(result) == 2, f"nesterov_step should return two arrays, not {len(result)}."
    for name, array in zip(("param", "velocity"), result, strict=True):
        assert type(array) is np.ndarray, (
            f"The new {name} should be a NumPy array, not {kind_of(array)}."
        )
        assert array.dtype.kind == "f", f"The new {name} should hold floats, not {array.dtype}."
        assert array.shape == param.shape, (
            f"The new {name} should have the shape of param, {param.shape}, not {array.shape}."
        )
    return [np.array(array, dtype=float) for array in result]


def sample(seed, shape):
    """Return a parameter, a gradient and a velocity."""
    return list(np.random.default_rng(seed).normal(size=(3, *shape), scale=2))


def slope(place):
    """Return the slope of a bumpy valley that is steeper in some directions."""
    return np.array([4.0, 1.0, 0.25]) * place + np.sin(3 * place)


def shown(array):
    """Return an array's numbers, short enough for a message."""
    return np.round(array, 5).tolist()


def test_first_step():
    """the first step is longer than one of plain descent, by the look ahead"""
    param, velocity = step(np.ones(2), np.array([4.0, -8.0]), np.zeros(2), 0.5, momentum=0.25)
    assert np.allclose(velocity, [4.0, -8.0], rtol=1e-9), (
        f"From zeros the velocity should become the gradient [4, -8], whole, not {shown(velocity)}."
    )
    assert param[0] < 1.0 < param[1], (
        f"Ones with the gradient [4, -8] should go down in the first entry and up in the second, "
        f"against the gradient, but they became {shown(param)}."
    )
    assert np.allclose(param, [-1.5, 6.0], rtol=1e-9), (
        "With lr 0.5 and momentum 0.25, ones with the gradient [4, -8] should become "
        f"[1 - 0.5 * (4 + 1), 1 + 0.5 * (8 + 2)] = [-1.5, 6], not {shown(param)}."
    )


def test_worked_step():
    """a step from a velocity that is rolling, computed by hand"""
    arrays = [np.array([1.0, -2.0]), np.array([2.0, 4.0]), np.array([10.0, -1.0])]
    param, velocity = step(*arrays, 0.25, momentum=0.5)
    assert np.allclose(velocity, [7.0, 3.5], rtol=1e-9), (
        "Half of the velocity [10, -1] plus the gradient [2, 4] is [7, 3.5], "
        f"but yours is {shown(velocity)}."
    )
    assert np.allclose(param, [-0.375, -3.4375], rtol=1e-9), (
        "[1, -2] minus 0.25 times the gradient [2, 4] and half of the new velocity [7, 3.5] is "
        f"[-0.375, -3.4375], but yours is {shown(param)}."
    )


def test_walks_as_the_look_ahead_does():
    """ten steps: the same way as that of the form with a look ahead"""
    param = place = np.array([2.0, -1.0, 3.0])
    velocity, rolling = np.zeros(3), np.zeros(3)
    for count in range(1, 11):
        param, velocity = step(param, slope(param), velocity, 0.05, momentum=0.75)
        rolling = 0.75 * rolling - 0.05 * slope(place + 0.75 * rolling)  # a step, as in the paper
        place = place + rolling
        ahead = place + 0.75 * rolling
        assert np.allclose(param, ahead, rtol=1e-6), (
            f"After {count} steps down a valley, with lr 0.05 and momentum 0.75, the place ahead "
            f"is {shown(ahead)}, but your parameter is {shown(param)}."
        )


def test_rate_may_change_between_steps():
    """the learning rate scales the step, not the velocity"""
    param, grad, velocity = sample(61, (4,))
    slow, fast = (step(param, grad, velocity, lr) for lr in (0.01, 1.0))
    assert np.allclose(slow[1], fast[1], rtol=1e-9), (
        f"With lr 0.01 the velocity became {shown(slow[1])}, with lr 1 {shown(fast[1])}. "
        "A schedule may change the rate at any time; it should not reach into the velocity."
    )
    assert np.allclose(fast[0] - param, 100 * (slow[0] - param), rtol=1e-6), (
        f"A rate that is 100 times as high should make the step 100 times as long, but the steps "
        f"are {shown(slow[0] - param)} and {shown(fast[0] - param)}."
    )


def test_default_momentum():
    """momentum is 0.9 by default"""
    param, velocity = step(np.zeros(1), np.array([1.0]), np.array([10.0]), 1.0)
    assert np.allclose(velocity, [10.0], rtol=1e-6), (
        f"0.9 times the velocity 10 plus the gradient 1 is 10, but yours is {shown(velocity)}."
    )
    assert np.allclose(param, [-10.0], rtol=1e-6), (
        "With lr 1, 0 should become -(1 + 0.9 * 10) = -10, but yours is "
        f"{shown(param)}. How much of the velocity does the step look ahead by?"
    )


def test_no_momentum():
    """with momentum 0, any velocity is forgotten"""
    param, grad, velocity = sample(62, (3, 2))
    got = (param - step(param, grad, velocity, 0.3, momentum=0.0)[0]) / 0.3
    assert np.any(got), "With momentum 0 the parameter still follows its gradient; yours stays."
    assert np.allclose(got, grad, rtol=1e-6), (
        f"With momentum 0 the parameter should move by lr times the gradient {shown(grad)}, but "
        f"it moved as if the gradient were {shown(got)}."
    )


def test_any_shape():
    """every entry is for itself, in arrays of any shape"""
    for shape in [(1,), (5, 1), (2, 1, 3), (0,)]:
        arrays = sample(63, shape)
        whole = step(*arrays, 0.5, momentum=0.25)
        for index in np.ndindex(shape):
            alone = step(*(array[index].reshape(1) for array in arrays), 0.5, momentum=0.25)
            for name, got, expected in zip(("param", "velocity"), whole, alone, strict=True):
                assert np.allclose(got[index], expected[0], rtol=1e-9), (
                    f"In arrays of shape {shape}, the new {name} at {index} is {got[index]:.6g}, "
                    f"but {expected[0]:.6g} if that entry is alone."
                )


def test_inputs_are_left_unchanged():
    """param, grad and velocity are left unchanged, and the same step again gives the same"""
    arrays = sample(64, (2, 3))
    before = [array.copy() for array in arrays]
    first = step(*arrays, 0.5)
    for name, now, then in zip(("param", "grad", "velocity"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the step. `*=`, `+=` and `-=` write into the "
            "caller's array: make a new one."
        )
    for momentum in (0.0, 0.5):
        for new in nesterov_step(*arrays, 0.5, momentum=momentum):
            assert not any(np.shares_memory(new, old) for old in arrays), (
                "A returned array shares memory with one that was passed in. Who keeps the old one "
                "would see it change with the new."
            )
    for got, expected in zip(step(*arrays, 0.5), first, strict=True):
        assert np.array_equal(got, expected), (
            "Called twice with the same arguments, nesterov_step gives two different answers. "
            "The velocity comes in as an argument: nothing needs to be kept."
        )
