"""Hidden tests of sgd-step.

The size of a step, its direction, and which gradient belongs to which parameter are told apart by
checks on lines of their own.
"""

import numpy as np
from solution import sgd_step

SHAPES = [(3, 2), (2,), (2, 4), (4,), (1, 1), (2, 1, 3)]


def arrays(seed, shapes):
    """Return new arrays of the given shapes."""
    generator = np.random.default_rng(seed)
    return [np.array(generator.normal(size=shape, scale=2)) for shape in shapes]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step_of(params, grads, lr):
    """Return the submission's updated parameters as plain copies, once their form is right."""
    result = sgd_step(params, grads, lr)
    assert type(result) is list, (
        f"sgd_step should return a list of arrays, but it returned {kind_of(result)}."
    )
    assert len(result) == len(params), (
        f"There are {len(params)} parameters, so {len(params)} should come back, not {len(result)}."
    )
    for param, array in zip(params, result, strict=True):
        assert type(array) is np.ndarray, (
            f"Each updated parameter should be a NumPy array, but one is {kind_of(array)}."
        )
        assert array.dtype.kind == "f", f"The parameters should be floats, not {array.dtype}."
        assert array.shape == param.shape, (
            f"A parameter of shape {param.shape} came back with shape {array.shape}."
        )
    return [np.array(array, dtype=float) for array in result]


def test_worked_values():
    """sgd_step: a step computed by hand"""
    params = [np.array([[1.0, -2.0, 0.5]]), np.array([3.0, 10.0])]
    grads = [np.array([[2.0, 5.0, -1.0]]), np.array([-4.0, 0.0])]
    first, second = step_of(params, grads, 0.5)
    expected = np.array([[0.0, -4.5, 1.0]])
    assert np.allclose(first, expected, rtol=1e-9), (
        f"[[1, -2, 0.5]] with the gradient [[2, 5, -1]] and lr 0.5 should become "
        f"{expected.tolist()}, but it became {first.tolist()}."
    )
    expected = np.array([5.0, 10.0])
    assert np.allclose(second, expected, rtol=1e-9), (
        f"The second parameter, [3, 10] with the gradient [-4, 0] and lr 0.5, should become "
        f"{expected.tolist()}, but it became {second.tolist()}."
    )


def test_every_parameter_has_its_own_gradient():
    """sgd_step: a list of arrays of many shapes, each with its own gradient"""
    params, grads = arrays(1, SHAPES), arrays(2, SHAPES)
    updated = step_of(params, grads, 0.125)
    for place, (old, new, grad) in enumerate(zip(params, updated, grads, strict=True)):
        slope = (old - new) / 0.125
        assert np.allclose(slope, grad, rtol=1e-6), (
            f"At place {place} (counting from 0) the parameter moved as if its gradient were "
            f"{np.round(slope, 4).tolist()}, but it is {np.round(grad, 4).tolist()}."
        )


def test_goes_downhill():
    """sgd_step: a small step lowers the loss"""
    target, params = np.array([1.0, -2.0, 3.0]), [np.array([4.0, 4.0, 4.0])]
    loss = np.sum((params[0] - target) ** 2)
    for lr in [0.01, 0.1]:
        moved = step_of(params, [2 * (params[0] - target)], lr)[0]
        got = np.sum((moved - target) ** 2)
        assert got < loss, (
            f"With lr {lr} a step should lower the loss of {loss:.6g}, but it became {got:.6g}. "
            "The gradient points uphill."
        )


def test_many_steps_follow_the_closed_form():
    """sgd_step: twenty steps into a valley"""
    params = [np.array([1.0, -3.0])]
    for _ in range(20):
        params = step_of(params, [2 * params[0]], 0.1)
    expected = np.array([1.0, -3.0]) * 0.8**20
    assert np.allclose(params[0], expected, rtol=1e-6), (
        "For a loss of squares and lr 0.1 every step should leave 0.8 of the parameter, so that 20 "
        f"steps lead to {expected.round(6).tolist()}, not {params[0].round(6).tolist()}."
    )


def test_nothing_to_do():
    """sgd_step: a gradient or a rate of 0 moves nothing, and no parameters give an empty list"""
    params, grads = arrays(3, SHAPES), arrays(4, SHAPES)
    still = [np.zeros(shape) for shape in SHAPES]
    for got, old in zip(step_of(params, still, 0.5), params, strict=True):
        assert np.array_equal(got, old), (
            "A gradient of 0 should leave its parameter as it is: it is at the bottom already."
        )
    for got, old in zip(step_of(params, grads, 0.0), params, strict=True):
        assert np.array_equal(got, old), "A learning rate of 0 should move nothing."
    assert step_of([], [], 0.1) == [], "No parameters should give an empty list."


def test_steps_do_not_depend_on_earlier_ones():
    """sgd_step: the same step again gives the same result"""
    params, grads = arrays(5, [(2, 3), (3,)]), arrays(6, [(2, 3), (3,)])
    first, second = step_of(params, grads, 0.3), step_of(params, grads, 0.3)
    for got, expected in zip(second, first, strict=True):
        assert np.array_equal(got, expected), (
            "Called twice with the same parameters, gradients and rate, sgd_step gives two "
            "different answers. Does something change or stay behind after the first call?"
        )


def test_lists_of_different_lengths_are_refused():
    """sgd_step: a missing or surplus gradient raises ValueError"""
    for kept, surplus in [(1, 0), (0, 0), (2, 1)]:
        params, grads = arrays(7, [(2,), (2,)]), arrays(8, [(2,)] * (kept + surplus))
        try:
            sgd_step(params, grads, 0.1)
        except ValueError:
            continue
        raise AssertionError(
            f"2 parameters with {len(grads)} gradients should raise ValueError, but nothing "
            "happened: some would be left out without a word."
        )


def test_inputs_are_left_unchanged():
    """params, grads and their arrays are left unchanged"""
    params, grads = arrays(9, [(2, 3), (3,)]), arrays(10, [(2, 3), (3,)])
    lists = [list(params), list(grads)]
    before = [[array.copy() for array in arrays] for arrays in lists]
    step_of(params, grads, 0.5)
    result = sgd_step(params, [np.zeros_like(grad) for grad in grads], 0.5)
    for name, given, members, copies in zip(
        ["params", "grads"], [params, grads], lists, before, strict=True
    ):
        same = len(given) == len(members) and all(map(lambda a, b: a is b, given, members))
        assert same, f"The list {name} holds other arrays afterwards: build a new list."
        for array, copy in zip(members, copies, strict=True):
            assert np.array_equal(array, copy), (
                f"An array of {name} holds other numbers afterwards: make a new one."
            )
    for new, old in zip(result, params, strict=True):
        assert not np.shares_memory(new, old), (
            "An updated parameter is the caller's own array. Who keeps the old one would see it "
            "change with the new."
        )
