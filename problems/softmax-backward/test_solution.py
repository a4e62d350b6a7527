"""Hidden tests of softmax-backward.

The oracles are a row on a plain list, its full Jacobian in a double loop, and central differences.
"""

import math

import numpy as np
from solution import softmax, softmax_backward


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def run(function, *arrays):
    """Return what the submission's function returns as plain floats, once its form is right."""
    with np.errstate(all="ignore"):
        result = function(*arrays)
    name, shape = function.__name__, arrays[-1].shape
    assert type(result) is np.ndarray, (
        f"{name} should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"{name} should return floats, not {result.dtype} values."
    assert result.shape == shape, (
        f"x has shape {shape}, and so should the result of {name}, but it has {result.shape}."
    )
    return np.array(result, dtype=float)


def slow_row(row):
    """Compute the softmax of one row of moderate numbers on a plain list."""
    return [1 / math.fsum(math.exp(other - mine) for other in row) for mine in row]


def slow_backward(grad, row):
    """Multiply one row's gradient by its full Jacobian, entry by entry."""
    p = slow_row(row)
    size = range(len(row))
    return [
        math.fsum(grad[i] * (p[i] * (1 - p[i]) if i == j else -p[i] * p[j]) for i in size)
        for j in size
    ]


def sample(seed, shape):
    """Return a gradient and an input."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.normal(size=shape, scale=2)


def test_softmax_by_hand():
    """softmax: one row, by hand"""
    got = run(softmax, np.log(np.array([2.0, 3.0, 15.0])))
    assert np.allclose(got, [0.1, 0.15, 0.75], rtol=1e-6), (
        "The exponentials are 2, 3 and 15, so the probabilities should be [0.1, 0.15, 0.75], "
        f"not {np.round(got, 4).tolist()}."
    )


def test_softmax_of_every_row():
    """softmax: any number of axes in front, each row on its own"""
    for seed, shape in enumerate([(5,), (3, 3), (2, 4), (2, 3, 2)]):
        _, x = sample(160 + seed, shape)
        got = run(softmax, x)
        for index in np.ndindex(shape[:-1]):
            expected = slow_row(x[index].tolist())
            assert np.allclose(got[index], expected, rtol=1e-6), (
                f"For x of shape {shape}, row {index} should be {np.round(expected, 4).tolist()}, "
                f"not {np.round(got[index], 4).tolist()}. Along which axis do you add?"
            )


def test_softmax_at_any_magnitude():
    """softmax: large and very negative numbers"""
    pair = [1 / (1 + math.exp(-1)), 1 / (1 + math.e)]
    got = run(softmax, np.array([[1e6, 1e6 - 1]]))
    assert np.allclose(got, [pair], rtol=1e-6), (
        f"For the row [1000000, 999999] the result should be {np.round(pair, 4).tolist()}, not "
        f"{got[0].tolist()}. np.exp overflows: what may be subtracted from a row?"
    )
    got = run(softmax, np.array([[1e6, 1e6 - 1], [-1e6, -1e6 - 1], [1e300, -1e300]]))
    assert np.allclose(got, [pair, pair, [1.0, 0.0]], rtol=1e-6), (
        "The first two rows hold two numbers that differ by 1, the last one two that are worlds "
        f"apart, so the result should be {[np.round(pair, 4).tolist()] * 2 + [[1, 0]]}, "
        f"not {got.tolist()}. Has each row its own shift?"
    )


def test_backward_by_hand():
    """softmax_backward: one row, by hand"""
    x = np.log(np.array([1.0, 1.0, 2.0]))
    got = run(softmax_backward, np.array([16.0, 0.0, 0.0]), x)
    assert got[0] > 0, (
        "The loss grows with the first probability only, and that one with the first input, so "
        f"the first slope should be positive, but it is {got[0]:.6g}."
    )
    assert np.allclose(got[0], 3.0, rtol=1e-6), (
        "The first probability is 1/4 and its gradient 16, so the first slope should be "
        f"16 * 1/4 * 3/4 = 3, but it is {got[0]:.6g}."
    )
    assert np.allclose(got[1:], [-1.0, -2.0], rtol=1e-6), (
        "Only the first output matters to the loss, but the other inputs take probability away "
        f"from it: their slopes should be [-1, -2], not {np.round(got[1:], 4).tolist()}."
    )


def test_backward_matches_the_jacobian():
    """softmax_backward: agrees with the full Jacobian, row by row"""
    for seed, shape in enumerate([(5,), (3, 3), (2, 4), (2, 3, 2)]):
        grad, x = sample(170 + seed, shape)
        got = run(softmax_backward, grad, x)
        for index in np.ndindex(shape[:-1]):
            expected = slow_backward(grad[index].tolist(), x[index].tolist())
            assert np.allclose(got[index], expected, rtol=1e-6, atol=1e-9), (
                f"For x of shape {shape}, row {index} of the gradient should be "
                f"{np.round(expected, 4).tolist()}, not {np.round(got[index], 4).tolist()}."
            )


def test_backward_matches_finite_differences():
    """softmax_backward: agrees with finite differences, and its rows add up to 0"""
    step = 1e-5
    grad, x = sample(180, (2, 4))
    expected = np.zeros(x.shape)
    for row, column in np.ndindex(x.shape):
        up, down = x[row].tolist(), x[row].tolist()
        up[column] += step
        down[column] -= step
        change = np.array(slow_row(up)) - np.array(slow_row(down))
        expected[row, column] = (grad[row] * change).sum() / (2 * step)
    got = run(softmax_backward, grad, x)
    assert np.allclose(got.sum(axis=1), 0, atol=1e-9), (
        "Probability only moves from one output to another, so each row of the gradient should "
        f"add up to 0, but the sums are {np.round(got.sum(axis=1), 4).tolist()}."
    )
    assert np.allclose(got, expected, rtol=0, atol=1e-6), (
        "Nudging each element of x changes the loss sum(grad * softmax(x)) by the slopes "
        f"{np.round(expected, 4).tolist()}, but the gradient is {np.round(got, 4).tolist()}."
    )


def test_equal_gradients_move_nothing():
    """softmax_backward: where all outputs are equally desirable, the gradient is 0"""
    _, x = sample(190, (3, 5))
    got = run(softmax_backward, np.full(x.shape, 7.0), x)
    assert np.allclose(got, 0, atol=1e-9), (
        "Every output has the slope 7, and their sum is always 1: no input matters, so the "
        f"gradient should be 0, but it is {np.round(got, 4).tolist()}."
    )


def test_backward_at_any_magnitude():
    """softmax_backward: large and very negative numbers"""
    x = np.array([[2e5, 2e5], [-2e5, -2e5], [1e300, -1e300]])
    got = run(softmax_backward, np.array([[4.0, 0.0], [0.0, 4.0], [3.0, 1.0]]), x)
    assert np.allclose(got, [[1.0, -1.0], [-1.0, 1.0], [0.0, 0.0]], atol=1e-9), (
        "The first two rows have the probabilities 1/2 and 1/2, the last one 1 and 0, so the "
        f"gradient should be [[1, -1], [-1, 1], [0, 0]], not {got.tolist()}."
    )


def test_sizes():
    """both: a row of one element, and rows of thousands"""
    x, grad = np.array([[-3.0], [900.0]]), np.array([[2.0], [-5.0]])
    got = run(softmax, x), run(softmax_backward, grad, x)
    assert got[0].tolist() == [[1.0], [1.0]], (
        f"A single element has the probability 1, but the softmax is {got[0].tolist()}."
    )
    assert np.allclose(got[1], 0, atol=1e-9), (
        f"A probability that is always 1 has no slope, but the gradient is {got[1].tolist()}."
    )
    grad = np.tile([1.0, 3.0], 1000)
    got = run(softmax_backward, grad, np.zeros(2000)) * 2000
    assert np.allclose(got, grad - 2, rtol=1e-6), (
        "For 2000 equal inputs the average gradient is 2, so each slope should be (grad - 2) / "
        f"2000, but the first are {(got[:3] / 2000).tolist()}."
    )


def test_inputs_are_left_unchanged():
    """grad and x are left unchanged"""
    grad, x = np.array([[1.0, -2.0]]), np.array([[0.5, 3.0]])
    run(softmax, x)
    assert x.tolist() == [[0.5, 3.0]], f"softmax changed x from [[0.5, 3.0]] to {x.tolist()}."
    run(softmax_backward, grad, x)
    assert x.tolist() == [[0.5, 3.0]], (
        f"softmax_backward changed x from [[0.5, 3.0]] to {x.tolist()}: use new arrays."
    )
    assert grad.tolist() == [[1.0, -2.0]], (
        f"softmax_backward changed grad from [[1.0, -2.0]] to {grad.tolist()}: use new arrays."
    )
