"""Hidden tests of relu.

Values are compared exactly: ReLU copies numbers or drops them, and rounds nothing. The point 0 and
the largest floats have tests of their own.
"""

import numpy as np
from solution import relu, relu_backward


def sample(seed, shape):
    """Return an array with elements of both signs, none near 0."""
    generator = np.random.default_rng(seed)
    signs = generator.choice([-1.0, 1.0], size=shape)
    return signs * generator.uniform(0.5, 3.0, size=shape)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(array, name, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, (
        f"{name} should return a NumPy array, but it returned {kind_of(array)}."
    )
    assert array.dtype.kind == "f", f"{name} should return floats, but it returned {array.dtype}."
    assert array.shape == shape, (
        f"x has shape {shape}, so {name} should return that shape, but it returned {array.shape}."
    )
    return np.array(array, dtype=float)


def test_relu_worked_values():
    """relu: keeps the positive, replaces the rest by 0"""
    x = np.array([[-3.0, 2.0, -0.25], [0.125, -1e-300, 7.5]])
    got = plain(relu(x), "relu", (2, 3))
    expected = np.array([[0.0, 2.0, 0.0], [0.125, 0.0, 7.5]])
    assert np.array_equal(got, expected), (
        f"relu of {x.tolist()} should be {expected.tolist()}, but it is {got.tolist()}."
    )


def test_relu_splits_an_array_in_two():
    """relu: relu(x) - relu(-x) is x again, for arrays of any shape"""
    for seed, shape in [(1, (7,)), (2, (4, 3)), (3, (2, 3, 4)), (4, (1, 1)), (5, (0, 3))]:
        x = sample(seed, shape)
        above, below = plain(relu(x), "relu", shape), plain(relu(-x), "relu", shape)
        assert np.array_equal(above - below, x), (
            f"For shape {shape}, relu(x) should hold the positive elements and relu(-x) the "
            "negative ones with their sign turned, so that their difference is x, but it is not."
        )
        assert not np.any(above * below), (
            f"For shape {shape}, an element and its negative both come out different from 0. "
            "One of the two is negative and should be cut off."
        )


def test_relu_at_any_magnitude():
    """relu: the smallest and the largest floats pass unchanged"""
    x = np.array([5e-308, 1e-30, 1e30, 1.5e308, -1.5e308])
    got = plain(relu(x), "relu", (5,))
    expected = np.array([5e-308, 1e-30, 1e30, 1.5e308, 0.0])
    assert np.array_equal(got, expected), (
        f"relu of {x.tolist()} should be {expected.tolist()}, but it is {got.tolist()}. "
        "Does a step on the way leave the range of floats, or take a small number for 0?"
    )


def test_backward_worked_values():
    """relu_backward: lets the gradient through where x is positive"""
    x = np.array([[2.0, -2.0, 0.5], [-0.5, 1e-30, -1e-30]])
    grad = np.array([[3.0, 5.0, -7.0], [-11.0, 0.25, 13.0]])
    got = plain(relu_backward(grad, x), "relu_backward", (2, 3))
    expected = np.array([[3.0, 0.0, -7.0], [0.0, 0.25, 0.0]])
    assert np.array_equal(got != 0, expected != 0), (
        f"For x = {x.tolist()} the gradient should pass where x is positive and nowhere else: "
        f"{expected.tolist()}. Yours is {got.tolist()}."
    )
    assert np.array_equal(got, expected), (
        f"For grad = {grad.tolist()} the entries that pass should come out with their own sign and "
        f"size: {expected.tolist()}. Yours is {got.tolist()}."
    )


def test_backward_at_the_corner():
    """relu_backward: the slope at exactly 0 is 0"""
    x, grad = np.array([0.0, -0.0, 1.0]), np.array([4.0, -5.0, 6.0])
    got = plain(relu_backward(grad, x), "relu_backward", (3,))
    expected = np.array([0.0, 0.0, 6.0])
    assert np.array_equal(got, expected), (
        "Where x is exactly 0 the slope counts as 0, so of grad = [4, -5, 6] for x = [0, -0.0, 1] "
        f"only the last should pass, but yours is {got.tolist()}."
    )


def test_backward_matches_finite_differences():
    """relu_backward: the slope of relu, for arrays of any shape"""
    step = 1e-6
    for seed, shape in [(6, (5,)), (7, (3, 4)), (8, (2, 2, 3)), (9, (1, 1)), (10, (0, 2))]:
        x, grad = sample(seed, shape), sample(seed + 20, shape)
        up, down = plain(relu(x + step), "relu", shape), plain(relu(x - step), "relu", shape)
        expected = grad * (up - down) / (2 * step)
        got = plain(relu_backward(grad, x), "relu_backward", shape)
        assert np.allclose(got, expected, rtol=0, atol=1e-4), (
            f"For shape {shape}, nudging x up and down changes relu(x) by another slope than the "
            "one your relu_backward multiplies grad by. Do the two functions fit together?"
        )


def test_inputs_are_left_unchanged():
    """x and grad are left unchanged, and the results are new arrays"""
    x, grad = np.abs(sample(11, (3, 2))), sample(12, (3, 2))
    x[0, 1] = -1.0
    x_before, grad_before = x.copy(), grad.copy()
    plain(relu(x), "relu", (3, 2))
    assert np.array_equal(x, x_before), (
        "relu changed x. Backward needs it as it was: write into a new array."
    )
    plain(relu_backward(grad, x), "relu_backward", (3, 2))
    assert np.array_equal(x, x_before), "relu_backward changed x: write into a new array."
    assert np.array_equal(grad, grad_before), "relu_backward changed grad: write into a new array."
    positive = np.abs(x)
    results = {"relu": relu(positive), "relu_backward": relu_backward(grad, positive)}
    for name, result in results.items():
        plain(result, name, (3, 2))
        shared = np.shares_memory(result, positive) or np.shares_memory(result, grad)
        assert not shared, (
            f"When nothing is cut off, {name} hands out the caller's own array. Who changes one "
            "would change the other: return a new array."
        )
