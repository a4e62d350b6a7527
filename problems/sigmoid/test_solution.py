"""Hidden tests of sigmoid.

The far ends are tested apart from ordinary inputs, and forward apart from backward, so that an
overflow does not look like a mistake in the formula.
"""

import math

import numpy as np
from solution import sigmoid, sigmoid_backward

LN3, LN9 = math.log(3), math.log(9)


def sample(seed, shape):
    """Return an array with elements of both signs and ordinary size."""
    return np.random.default_rng(seed).normal(size=shape, scale=3)


def by_tanh(x):
    """Compute the sigmoid from the hyperbolic tangent, one element at a time."""
    values = [(1 + math.tanh(element / 2)) / 2 for element in x.ravel().tolist()]
    return np.array(values, dtype=float).reshape(x.shape)


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


def test_sigmoid_worked_values():
    """sigmoid: values known by heart"""
    x = np.array([[0.0, LN3, -LN3], [LN9, -LN9, -0.0]])
    got = plain(sigmoid(x), "sigmoid", (2, 3))
    expected = np.array([[0.5, 0.75, 0.25], [0.9, 0.1, 0.5]])
    assert np.allclose(got, expected, rtol=1e-9), (
        "At 0, ln 3, -ln 3, ln 9, -ln 9 and 0 the sigmoid is "
        f"{expected.ravel().tolist()}, but yours is {got.ravel().round(6).tolist()}."
    )


def test_sigmoid_for_any_shape():
    """sigmoid: every element of an array of any shape"""
    for seed, shape in [(1, (6,)), (2, (3, 4)), (3, (2, 3, 2)), (4, (1, 1)), (5, (0, 3))]:
        x = sample(seed, shape)
        got = plain(sigmoid(x), "sigmoid", shape)
        assert np.allclose(got, by_tanh(x), rtol=1e-6), (
            f"For shape {shape} your sigmoid differs from (1 + tanh(x / 2)) / 2, which is the same "
            "function. Look for an element that is treated unlike the others."
        )


def test_sigmoid_is_symmetric():
    """sigmoid: sigmoid(x) + sigmoid(-x) is 1, and it always rises"""
    x = np.linspace(-12, 12, 49)
    got = plain(sigmoid(x), "sigmoid", (49,))
    mirrored = plain(sigmoid(-x), "sigmoid", (49,))
    assert np.allclose(got + mirrored, np.ones(49), rtol=1e-9), (
        "The values at x and -x should add up to 1, like the chances of yes and no."
    )
    assert np.all(np.diff(got) > 0), "A larger x should have a larger sigmoid, but yours falls."


def test_sigmoid_at_the_far_ends():
    """sigmoid: 0 and 1 at the far ends, never NaN"""
    x = np.array([-1.7e308, -1e5, -1000.0, 1000.0, 1e5, 1.7e308])
    got = plain(sigmoid(x), "sigmoid", (6,))
    assert not np.any(np.isnan(got)), (
        f"At {x.tolist()} your sigmoid is {got.tolist()}. NaN is what infinity divided by infinity "
        "gives: which exponential overflows, and is there a form that has none that can?"
    )
    expected = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    assert np.array_equal(got, expected), (
        f"At {x.tolist()} the nearest floats are {expected.tolist()}, not {got.tolist()}."
    )


def test_sigmoid_of_very_negative_numbers():
    """sigmoid: very small values keep their relative precision"""
    x = np.array([-30.0, -300.0, -600.0, -712.0])
    got = plain(sigmoid(x), "sigmoid", (4,))
    expected = np.array([math.exp(element) for element in x.tolist()])  # 1 + e^x is 1 here
    assert np.allclose(got[:3] / expected[:3], np.ones(3), rtol=1e-6), (
        f"At {x[:3].tolist()} the sigmoid is {expected[:3].tolist()}, but yours is "
        f"{got[:3].tolist()}. A difference of two numbers near 1 cannot be that small and right."
    )
    assert np.isclose(got[3] / expected[3], 1, rtol=1e-6), (
        f"At -712 the sigmoid is {expected[3]:.6g}, but yours is {got[3]:.6g}. Down here e^-x is "
        "beyond the largest float; e^x is tiny and harmless."
    )


def test_backward_worked_values():
    """sigmoid_backward: gradients computed by hand"""
    x = np.array([[0.0, LN3], [-LN3, LN9]])
    grad = np.array([[8.0, 16.0], [-16.0, 100.0]])
    got = plain(sigmoid_backward(grad, x), "sigmoid_backward", (2, 2))
    expected = np.array([[2.0, 3.0], [-3.0, 9.0]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"For x = [[0, ln 3], [-ln 3, ln 9]] and grad = {grad.tolist()} the gradient is "
        f"{expected.tolist()}, but yours is {got.round(6).tolist()}. The slopes there are 1/4, "
        "3/16, 3/16 and 9/100."
    )


def test_backward_matches_finite_differences():
    """sigmoid_backward: the slope of the sigmoid, for arrays of any shape"""
    step = 1e-5
    for seed, shape in [(6, (5,)), (7, (4, 3)), (8, (2, 2, 3)), (9, (1, 1)), (10, (0, 2))]:
        x, grad = sample(seed, shape), sample(seed + 20, shape)
        expected = grad * (by_tanh(x + step) - by_tanh(x - step)) / (2 * step)
        got = plain(sigmoid_backward(grad, x), "sigmoid_backward", shape)
        assert np.allclose(got, expected, rtol=0, atol=1e-7), (
            f"For shape {shape}, nudging x up and down by {step} gives the gradient "
            f"{expected.ravel()[:3].round(5).tolist()} at its start, but yours begins with "
            f"{got.ravel()[:3].round(5).tolist()}."
        )


def test_backward_at_the_far_ends():
    """sigmoid_backward: 0 at the far ends, never NaN"""
    x = np.array([-1.7e308, -800.0, 800.0, 1.7e308])
    got = plain(sigmoid_backward(np.array([2.0, -3.0, 4.0, 5.0]), x), "sigmoid_backward", (4,))
    assert np.array_equal(got, np.zeros(4)), (
        f"At {x.tolist()} the sigmoid is flat, so the gradient should be 0, "
        f"but yours is {got.tolist()}."
    )


def test_inputs_are_left_unchanged():
    """x and grad are left unchanged"""
    x, grad = sample(11, (3, 2)), sample(12, (3, 2))
    x_before, grad_before = x.copy(), grad.copy()
    plain(sigmoid(x), "sigmoid", (3, 2))
    plain(sigmoid_backward(grad, x), "sigmoid_backward", (3, 2))
    assert np.array_equal(x, x_before), "x holds other numbers afterwards: write into a new array."
    assert np.array_equal(grad, grad_before), (
        "grad holds other numbers afterwards: write into a new array."
    )
