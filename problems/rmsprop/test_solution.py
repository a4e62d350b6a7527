"""Hidden tests of rmsprop.

The average and the parameter are checked on lines of their own; eps is made so large that its place
shows. The oracle for many steps averages all squared gradients anew, one weight at a time.
"""

import math

import numpy as np
from solution import rmsprop_step


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step(param, grad, square_avg, **options):
    """Return the submission's new parameter and average as copies, once their form is right."""
    result = rmsprop_step(param, grad, square_avg, **options)
    assert type(result) is tuple, (
        f"rmsprop_step should return a tuple (param, square_avg), not {kind_of(result)}."
    )
    assert len(result) == 2, f"rmsprop_step should return two arrays, not {len(result)}."
    for name, array in zip(("param", "square_avg"), result, strict=True):
        assert type(array) is np.ndarray, (
            f"The new {name} should be a NumPy array, not {kind_of(array)}."
        )
        assert array.dtype.kind == "f", f"The new {name} should hold floats, not {array.dtype}."
        assert array.shape == param.shape, (
            f"The new {name} should have the shape of param, {param.shape}, not {array.shape}."
        )
    return [np.array(array, dtype=float) for array in result]


def shown(array):
    """Return an array's numbers, short enough for a message."""
    return np.round(array, 5).tolist()


def test_worked_average():
    """the average of squares, computed by hand"""
    grad, old = np.array([2.0, -4.0, 0.0]), np.array([8.0, 0.0, 4.0])
    got = step(np.zeros(3), grad, old, alpha=0.75)[1]
    assert np.allclose(got, [7.0, 4.0, 3.0], rtol=1e-9), (
        "Three quarters of [8, 0, 4] plus a quarter of the squares [4, 16, 0] is [7, 4, 3], but "
        f"your average is {shown(got)}."
    )


def test_worked_step():
    """the step, computed by hand with an eps so large that its place shows"""
    grad, old = np.array([2.0, -6.0]), np.array([14.0, 14.0])
    got = step(np.ones(2), grad, old, lr=0.5, alpha=0.5, eps=1.0)[0]
    assert np.allclose(got, [0.75, 1.5], rtol=1e-9), (
        "The new averages are 9 and 25. With lr 0.5 and eps 1, ones should become "
        f"[1 - 0.5 * 2 / (3 + 1), 1 + 0.5 * 6 / (5 + 1)] = [0.75, 1.5], not {shown(got)}."
    )


def test_steady_gradient():
    """when the gradient has long been the same, the step is lr times its sign"""
    grad = np.array([[1e-3, -2.0], [5e4, -7e-4]])
    got = step(np.zeros((2, 2)), grad, grad**2, lr=0.25)[0]
    assert np.all(np.sign(got) == -np.sign(grad)), (
        f"The parameter should go against the gradient, but for {grad.tolist()} it moved by "
        f"{shown(got)}."
    )
    assert np.allclose(np.abs(got), 0.25, rtol=1e-4), (
        "When the average is the squared gradient, its root is the gradient's size and every step "
        f"should be 0.25 long, the rate. Yours are {shown(np.abs(got))}."
    )


def test_many_steps():
    """twelve steps: a squared gradient of k steps ago counts alpha ** k times (1 - alpha)"""
    generator = np.random.default_rng(51)
    start, grads = generator.normal(size=(3, 2)), generator.normal(size=(12, 3, 2), scale=2)
    param, square_avg = start, np.zeros((3, 2))
    for grad in grads:
        param, square_avg = step(param, grad, square_avg, lr=0.1, alpha=0.8, eps=0.05)
    for index in np.ndindex(3, 2):
        history, place = [float(grad[index]) for grad in grads], float(start[index])
        for now in range(1, 13):
            shares = [0.2 * 0.8 ** (now - 1 - k) * history[k] ** 2 for k in range(now)]
            mean = math.fsum(shares)
            place -= 0.1 * history[now - 1] / (math.sqrt(mean) + 0.05)
        assert math.isclose(square_avg[index], mean, rel_tol=1e-6), (
            f"After 12 steps the average at {index} should be {mean:.6f}, not "
            f"{square_avg[index]:.6f}."
        )
        assert math.isclose(param[index], place, rel_tol=1e-6), (
            f"After 12 steps the parameter at {index} should be {place:.6f}, not "
            f"{param[index]:.6f}."
        )


def test_first_step():
    """a first step is lr / sqrt(1 - alpha) long: nothing corrects the start at zeros"""
    got = step(np.zeros(2), np.array([3.0, -400.0]), np.zeros(2), lr=0.5, alpha=0.75)[0]
    longest = float(np.abs(got).max())
    assert longest < 100.0, (
        f"With lr 0.5 and alpha 0.75 a first step is 1 long, but yours leaps as far as "
        f"{longest:.6g}. Does the average know of this gradient yet?"
    )
    assert np.allclose(got, [-1.0, 1.0], rtol=1e-6), (
        "The new averages are a quarter of the squared gradients, so their roots are half of the "
        f"gradients' size, and the first step with lr 0.5 is 1 long, but yours are {shown(got)}."
    )


def test_defaults():
    """lr, alpha and eps have the usual defaults"""
    param, square_avg = step(np.zeros(1), np.array([10.0]), np.zeros(1))
    assert np.allclose(square_avg, [1.0], rtol=1e-6), (
        f"alpha is 0.99 by default: a hundredth of 100 is 1, not {shown(square_avg)}."
    )
    assert np.allclose(param, [-0.1], rtol=1e-6), (
        f"lr is 0.01 by default: the step is 0.01 * 10 / 1 = 0.1 long, not {-float(param[0]):.6g}."
    )
    tiny = step(np.zeros(1), np.array([1e-8]), np.zeros(1), lr=0.6)[0]
    assert np.allclose(tiny, [-0.6 / 1.1], rtol=1e-6), (
        "eps is 1e-8 by default, so a first gradient of 1e-8 is divided by 1e-9 + 1e-8: with lr "
        f"0.6, 0 should become {-0.6 / 1.1:.6f}, not {float(tiny[0]):.6g}."
    )


def test_zero_gradients():
    """without a gradient nothing moves, and the average fades"""
    param, square_avg = step(np.array([3.0, -4.0]), np.zeros(2), np.array([0.0, 8.0]), alpha=0.5)
    assert np.array_equal(param, [3.0, -4.0]), (
        f"Where the gradient is 0 the parameter should stay [3, -4], not {param.tolist()}."
    )
    assert np.allclose(square_avg, [0.0, 4.0], rtol=1e-9), (
        f"With alpha 0.5 and no gradient, [0, 8] should fade to [0, 4], not {shown(square_avg)}."
    )


def test_any_shape():
    """every entry is for itself, in arrays of any shape"""
    for shape in [(1,), (4, 2), (2, 1, 3), (0,)]:
        generator = np.random.default_rng(52)
        param, grad = generator.normal(size=(2, *shape))
        square_avg = generator.uniform(0.5, 2.0, size=shape)
        whole = step(param, grad, square_avg, lr=0.3)
        for index in np.ndindex(shape):
            cells = [array[index].reshape(1) for array in (param, grad, square_avg)]
            parts = zip(("param", "average"), whole, step(*cells, lr=0.3), strict=True)
            for name, got, alone in parts:
                assert np.allclose(got[index], alone[0], rtol=1e-9), (
                    f"In arrays of shape {shape}, the new {name} at {index} is {got[index]:.6g}, "
                    f"but {alone[0]:.6g} if that entry is alone."
                )


def test_inputs_are_left_unchanged():
    """param, grad and square_avg are left unchanged, and the same step again gives the same"""
    arrays = list(np.random.default_rng(53).uniform(0.5, 2.0, size=(3, 2, 3)))
    before = [array.copy() for array in arrays]
    first = step(*arrays)
    for name, now, then in zip(("param", "grad", "square_avg"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the step. `*=`, `+=` and `-=` write into the "
            "caller's array: make a new one."
        )
    for new in rmsprop_step(*arrays):
        assert not any(np.shares_memory(new, old) for old in arrays), (
            "A returned array shares memory with one that was passed in. Who keeps the old one "
            "would see it change with the new."
        )
    for got, expected in zip(step(*arrays), first, strict=True):
        assert np.array_equal(got, expected), (
            "Called twice with the same arguments, rmsprop_step gives two different answers. The "
            "average comes in as an argument: nothing needs to be kept."
        )
