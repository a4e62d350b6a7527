"""Hidden tests of linear-forward.

What the weights do and what the bias does are checked on lines of their own, and sizes that are
equal apart from sizes that differ, so that a transposed table is told from a misplaced bias.
"""

import numpy as np
from solution import linear_forward


def layer(seed, batch, n_in, n_out):
    """Return new inputs, weights and biases of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(batch, n_in), (n_in, n_out), (n_out,)]
    return [generator.normal(size=shape, scale=2) for shape in shapes]


def by_loops(x, W, b):
    """Compute the outputs one product of two numbers at a time."""
    rows = []
    for example in x.tolist():
        columns = zip(W.T.tolist(), b.tolist(), strict=True)
        rows.append([sum(map(float.__mul__, example, c), bias) for c, bias in columns])
    return np.array(rows).reshape(len(x), len(b))


def output_of(x, W, b):
    """Return the submission's output as a plain array of floats, once its form is right."""
    y = linear_forward(x, W, b)
    assert type(y) is np.ndarray, (
        f"linear_forward should return a NumPy array, but it returned {kind_of(y)}. "
        "Is there a return at its end?"
    )
    assert y.dtype.kind == "f", f"The outputs should be floats, but they are {y.dtype}."
    expected = (x.shape[0], W.shape[1])
    assert y.shape == expected, (
        f"x has shape {x.shape} and W has shape {W.shape}, so the output should have shape "
        f"{expected}, a row per example and a column per output, but it has shape {y.shape}."
    )
    return np.array(y, dtype=float)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def test_worked_values():
    """linear_forward: two examples computed by hand"""
    x = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 1.0]])
    W = np.array([[1.0, 4.0], [3.0, -2.0], [6.0, 8.0]])
    b = np.array([10.0, -0.5])
    got = output_of(x, W, b)
    expected = np.array([[12.0, 13.5], [25.0, 1.5]])
    assert np.allclose(got, expected, rtol=1e-9), (
        f"The outputs should be {expected.tolist()}, but they are {got.tolist()}. The first is "
        "2*1 + (-1)*3 + 0.5*6 + 10 = 12: a row of x with a column of W, and a bias."
    )


def test_matches_the_sum():
    """linear_forward: every output is a weighted sum plus its bias"""
    for seed, sizes in [(1, (2, 5, 3)), (2, (4, 2, 6)), (3, (7, 3, 1))]:
        x, W, b = layer(seed, *sizes)
        got, expected = output_of(x, W, b), by_loops(x, W, b)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"For (batch, n_in, n_out) = {sizes} some outputs are wrong: the first row should be "
            f"{expected[0].round(4).tolist()}, but it is {got[0].round(4).tolist()}."
        )


def test_equal_sizes_hide_nothing():
    """linear_forward: batch, inputs and outputs of the same size"""
    x, W, b = layer(4, 3, 3, 3)
    got, expected = output_of(x, W, np.zeros(3)), by_loops(x, W, np.zeros(3))
    assert np.allclose(got, expected, rtol=1e-6), (
        "With no bias and a square W the outputs are wrong. A wrong order or a transpose raises "
        "no error here: the weights of the first output are the first column of W."
    )
    got, expected = output_of(np.zeros((3, 3)), W, b), np.array([b, b, b])
    assert np.allclose(got, expected, rtol=1e-6), (
        f"Inputs of 0 should give the biases {b.round(4).tolist()} in every row, "
        f"but they give {got.round(4).tolist()}."
    )


def test_bias_shifts_every_example_alike():
    """linear_forward: the bias shifts every example by the same amount"""
    x, W, b = layer(5, 4, 3, 2)
    without = output_of(x, W, np.zeros(2))
    shift = output_of(x, W, b) - without
    assert np.any(shift), "Your outputs are the same with and without b. Where is it added?"
    expected = np.array([b] * 4)
    assert np.allclose(shift, expected, rtol=1e-6), (
        f"Adding the bias {b.round(4).tolist()} should move every example by just that, but it "
        f"moves them by {shift.round(4).tolist()}."
    )


def test_examples_do_not_see_each_other():
    """linear_forward: a batch gives what its examples give one by one"""
    x, W, b = layer(6, 5, 4, 3)
    got = output_of(x, W, b)
    expected = np.concatenate([output_of(row[None, :], W, b) for row in x])
    assert np.allclose(got, expected, rtol=1e-6), (
        "An example gives other outputs in a batch than alone. No row of x should have a part in "
        "another row's output."
    )


def test_smallest_sizes():
    """linear_forward: sizes of 1, and an empty batch"""
    for sizes in [(1, 1, 1), (1, 3, 1), (3, 1, 1), (1, 1, 4), (0, 3, 2)]:
        x, W, b = layer(7, *sizes)
        got, expected = output_of(x, W, b), by_loops(x, W, b)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"For (batch, n_in, n_out) = {sizes} the output should be {expected.tolist()}, "
            f"but it is {got.tolist()}."
        )


def test_inputs_are_left_unchanged():
    """x, W and b are left unchanged"""
    x, W, b = given = layer(8, 1, 2, 2)
    before = [array.copy() for array in given]
    output_of(x, W, b)
    for name, array, copy in zip("xWb", given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"linear_forward changed {name}. Training needs it again on the way back: "
            "write into a new array."
        )
