"""Hidden tests of batch-norm-backward.

Nudging each input of a slow forward pass gives the slopes to compare with. The gradients of x, gain
and bias are told apart by checks on lines of their own.
"""

import math
import statistics

import numpy as np
from solution import batch_norm_backward

RESULTS = ("grad_x", "grad_gain", "grad_bias")
SHAPES = [(2, 1), (3, 4), (5, 2), (4, 4), (1, 3)]


def sample(seed, rows, columns):
    """Return a gradient, a batch and a gain without symmetry."""
    rng = np.random.default_rng(seed)
    grad, x = rng.normal(size=(2, rows, columns), loc=0.5, scale=2.0)
    return grad, x, rng.uniform(0.5, 2.0, columns)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def backward(grad, x, gain, **options):
    """Return the submission's three gradients as plain arrays, once their form is right."""
    result = batch_norm_backward(grad, x, gain, **options)
    assert type(result) is tuple, (
        "batch_norm_backward should return a tuple (grad_x, grad_gain, grad_bias), but it returned "
        f"{kind_of(result)}."
    )
    assert len(result) == 3, f"batch_norm_backward should return 3 arrays, not {len(result)}."
    for name, array, like in zip(RESULTS, result, (x, gain, gain), strict=True):
        assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, not {array.dtype} values."
        assert array.shape == like.shape, (
            f"{name} should have the shape {like.shape}, but it has {array.shape}."
        )
    return tuple(np.array(array, dtype=float) for array in result)


def slow_loss(grad, x, gain, bias, eps):
    """Return a loss whose gradient with respect to the output is grad, column by column."""
    loss = 0.0
    for k, column in enumerate(x.T.tolist()):
        mean, root = statistics.fmean(column), math.sqrt(statistics.pvariance(column) + eps)
        for n, entry in enumerate(column):
            loss += float(grad[n, k] * (gain[k] * (entry - mean) / root + bias[k]))
    return loss


def slopes(grad, arrays, which, eps, step=1e-5):
    """Estimate the gradient of one of x, gain, bias by nudging each of its entries."""
    found = np.zeros(arrays[which].shape)
    for index in np.ndindex(found.shape):
        around = []
        for nudge in (step, -step):
            moved = [array.copy() for array in arrays]
            moved[which][index] += nudge
            around.append(slow_loss(grad, *moved, eps))
        found[index] = (around[0] - around[1]) / (2 * step)
    return found


def difference(name, got, expected):
    """Say where a gradient is farthest from what nudging shows."""
    worst = np.unravel_index(np.argmax(np.abs(got - expected)), expected.shape)
    index = tuple(int(i) for i in worst)
    return (
        f"Nudging shows the slope {expected[worst]:.5g} at index {index}, but {name} has "
        f"{got[worst]:.5g} there."
    )


def test_worked_gradient():
    """all three gradients, computed by hand"""
    x = np.array([[1.0, 0.0], [3.0, 4.0], [1.0, 0.0], [3.0, 4.0]])
    grad = np.array([[8.0, 0.0], [0.0, 1.0], [0.0, 2.0], [0.0, 5.0]])
    grad_x, grad_gain, grad_bias = backward(grad, x, np.array([4.0, 3.0]), eps=3.0)
    assert np.allclose(grad_bias, [8.0, 8.0], rtol=1e-6), (
        "The bias of a feature is added in every row, so its gradient is the column's sum of grad, "
        f"8 and 8, not {grad_bias.tolist()}."
    )
    roots = np.array([1.0, math.sqrt(7.0)])
    assert np.allclose(grad_gain * roots, [-4.0, 8.0], rtol=1e-6), (
        "The normalised columns are -0.5, 0.5, -0.5, 0.5 and -2, 2, -2, 2 over the root of 7. The "
        "gain is multiplied by them, so its gradient should be -4, and 8 over the root of 7, not "
        f"{grad_gain.tolist()}."
    )
    expected = [11.0, -3.0, -5.0, -3.0]
    assert np.allclose(grad_x[:, 0], expected, rtol=1e-6), (
        "The first column of grad is 8, 0, 0, 0. Its mean is 2, and the mean of grad times the "
        "normalised column is -1. With the gain 4 over the root 2 that should lead to "
        f"{expected}, not {grad_x[:, 0].tolist()}."
    )


def test_gradient_of_the_bias():
    """grad_bias: agrees with nudging"""
    for seed, shape in enumerate(SHAPES):
        grad, x, gain = sample(seed, *shape)
        got = backward(grad, x, gain, eps=0.1)[2]
        expected = slopes(grad, (x, gain, np.zeros(shape[1])), 2, 0.1)
        text = difference("grad_bias", got, expected)
        assert np.allclose(got, expected, rtol=0, atol=1e-4), text


def test_gradient_of_the_gain():
    """grad_gain: agrees with nudging"""
    for seed, shape in enumerate(SHAPES):
        grad, x, gain = sample(seed + 10, *shape)
        got = backward(grad, x, gain, eps=0.1)[1]
        expected = slopes(grad, (x, gain, np.zeros(shape[1])), 1, 0.1)
        text = difference("grad_gain", got, expected)
        assert np.allclose(got, expected, rtol=0, atol=1e-4), text


def test_gradient_of_the_input():
    """grad_x: agrees with nudging"""
    for seed, shape in enumerate(SHAPES):
        grad, x, gain = sample(seed + 20, *shape)
        got = backward(grad, x, gain, eps=0.1)[0]
        doubled = backward(grad, x, 2 * gain, eps=0.1)[0]
        assert np.allclose(doubled, 2 * got, rtol=1e-6, atol=1e-9), (
            "A gain twice as large makes every output twice as steep, so grad_x should double, "
            f"but from {got.ravel()[0]:.5g} it goes to {doubled.ravel()[0]:.5g}."
        )
        expected = slopes(grad, (x, gain, np.zeros(shape[1])), 0, 0.1)
        text = f"For a batch of shape {shape} and eps = 0.1: "
        text += difference("grad_x", got, expected)
        assert np.allclose(got, expected, rtol=0, atol=1e-4), text


def test_shifts_and_stretches_have_no_slope():
    """grad_x: no part of it shifts or stretches a column"""
    for seed, shape in enumerate(SHAPES):
        grad, x, gain = sample(seed + 30, *shape)
        got = backward(grad, x, gain, eps=1e-12)[0]
        stretch = (got * (x - x.mean(axis=0))).sum(axis=0)
        assert np.allclose(stretch, 0.0, rtol=0, atol=1e-5), (
            "With hardly any eps, stretching a column does not change the output, so grad_x should "
            "have no part along it, but the products of grad_x and the centred column add up to "
            f"{stretch.round(5).tolist()}. Is the variance a constant?"
        )
        shift = got.sum(axis=0)
        assert np.allclose(shift, 0.0, rtol=0, atol=1e-5), (
            "Raising all rows alike does not change the output, so each column of grad_x should "
            f"add up to 0, but the sums are {shift.round(5).tolist()}. Is the mean a constant?"
        )


def test_default_eps():
    """eps is 1e-5 by default"""
    x, grad = np.array([[0.001], [-0.001]]), np.array([[1.0], [2.0]])
    got = backward(grad, x, np.ones(1))[1]
    expected = -0.001 / math.sqrt(1.1e-5)
    assert np.allclose(got, [expected], rtol=1e-6), (
        "0.001 and -0.001 have the variance 1e-6; with eps = 1e-5 beside it, the gradient of the "
        f"gain should be {expected:.5f}, but it is {got[0]:.5f}."
    )


def test_one_row_and_equal_rows():
    """a single row, and rows that are all equal"""
    got = backward(np.array([[3.0, -2.0]]), np.array([[5.0, 7.0]]), np.array([2.0, 4.0]))
    assert np.allclose(got[0], [[0.0, 0.0]], rtol=0, atol=1e-9), (
        "A single row is its own mean and comes out as the bias, whatever it is. So grad_x should "
        f"be 0, but it is {got[0].tolist()}."
    )
    assert np.allclose(got[2], [3.0, -2.0], rtol=1e-9), (
        f"For a single row grad_bias should be grad itself, 3 and -2, not {got[2].tolist()}."
    )
    grad = np.array([[3.0], [0.0], [0.0]])
    got = backward(grad, np.full((3, 1), 7.0), np.array([2.0]), eps=0.25)[0]
    assert np.allclose(got, [[8.0], [-4.0], [-4.0]], rtol=1e-6), (
        "When all rows are equal only eps = 0.25 is under the root, and the variance has no slope: "
        f"grad_x should be 8, -4, -4, not {got.ravel().tolist()}."
    )


def test_large_offset():
    """a large offset costs no digits"""
    grad, _, gain = sample(40, 4, 2)
    x = np.array([[0.0, 3.0], [1.0, -1.0], [2.0, 4.0], [5.0, 0.0]])
    far, near = backward(grad, x + 1e8, gain), backward(grad, x, gain)
    for name, got, expected in zip(RESULTS, far, near, strict=True):
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-6), (
            f"Adding 100000000 to every entry of x should not change {name}, but from "
            f"{expected.round(4).tolist()} it goes to {got.round(4).tolist()}. Centre before you "
            "square."
        )


def test_arrays_are_left_alone():
    """grad, x and gain are left unchanged"""
    given = sample(50, 4, 3)
    before = [array.copy() for array in given]
    backward(*given)
    for name, now, then in zip(("grad", "x", "gain"), given, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
