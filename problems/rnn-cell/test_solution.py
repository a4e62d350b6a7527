"""Hidden tests of rnn-cell.

The oracle adds up single products with plain floats. Weights of zero switch off one part, so that
the others can be seen.
"""

import math

import numpy as np
from solution import rnn_cell, rnn_forward


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def array_of(result, shape, name):
    """Return a result as a plain array of floats, a copy, once its form is right."""
    assert type(result) is np.ndarray, (
        f"{name} should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"{name} should return floats, not {result.dtype} values."
    assert result.shape == shape, (
        f"{name} should return an array of shape {shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def sample(seed, texts, steps, width, memory):
    """Return inputs, a memory to begin with, and the weights."""
    generator = np.random.default_rng(seed)
    xs = generator.normal(size=(texts, steps, width))
    h = generator.uniform(-1, 1, size=(texts, memory))
    shapes = [(width, memory), (memory, memory), (memory,)]
    return xs, h, [generator.normal(size=shape, scale=0.7) for shape in shapes]


def slow_step(x, h, w_x, w_h, b):
    """Compute one step of one sequence, entry by entry."""
    new = []
    for k in range(len(h)):
        total = float(b[k])
        total += sum(float(x[i] * w_x[i, k]) for i in range(len(x)))
        total += sum(float(h[j] * w_h[j, k]) for j in range(len(h)))
        new.append(math.tanh(total))
    return new


def test_one_step_by_hand():
    """rnn_cell: one step, computed by hand"""
    x, h = np.array([[2.0, 1.0]]), np.array([[0.5, -1.0]])
    w_x, b = np.array([[0.5, 0.0], [0.0, 2.0]]), np.array([0.25, -1.0])
    got = array_of(rnn_cell(x, h, w_x, np.zeros((2, 2)), b), (1, 2), "rnn_cell")
    assert np.abs(got).max() <= 1, f"A memory stays between -1 and 1, but yours is {got.tolist()}."
    assert np.allclose(got, np.tanh([[1.25, 1.0]]), rtol=1e-6), (
        "Without w_h the sums are 1 + 0.25 and 2 - 1, so the memory should be their tanh, "
        f"[0.8483, 0.7616], but it is {np.round(got[0], 4).tolist()}."
    )
    w_h = np.array([[0.0, 1.0], [0.5, 0.0]])
    got = array_of(rnn_cell(x, h, w_x, w_h, b), (1, 2), "rnn_cell")
    assert not np.allclose(got, np.tanh([[1.25, 1.0]]), rtol=1e-6), (
        "With w_h = [[0, 1], [0.5, 0]] the new memory should be another one than without w_h, but "
        "it is the same. An entry of the memory passes through the matrix to other entries."
    )
    assert np.allclose(got, np.tanh([[0.75, 1.5]]), rtol=1e-6), (
        "With w_h = [[0, 1], [0.5, 0]] the memory [0.5, -1] adds -0.5 and 0.5, so the new one "
        f"should be [0.6351, 0.9051], but it is {np.round(got[0], 4).tolist()}."
    )


def test_cell_matches_the_slow_way():
    """rnn_cell: any batch, inputs and memories of different widths"""
    for texts, width, memory in [(1, 3, 2), (4, 2, 5), (3, 1, 1)]:
        xs, h, weights = sample(161, texts, 1, width, memory)
        got = array_of(rnn_cell(xs[:, 0], h, *weights), (texts, memory), "rnn_cell")
        expected = [slow_step(xs[row, 0], h[row], *weights) for row in range(texts)]
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For B, D, H = {texts}, {width}, {memory} the new memory of the first sequence should "
            f"be {np.round(expected[0], 4).tolist()}, not {np.round(got[0], 4).tolist()}."
        )


def test_forward_by_hand():
    """rnn_forward: two steps, computed by hand"""
    xs, one = np.array([[[1.0], [2.0]]]), np.array([[1.0]])
    result = rnn_forward(xs, one * 0.5, one, one * 2, np.zeros(1))
    assert np.ndim(result) == 3, (
        "rnn_forward should return the memory of every step, an array with three axes, but the "
        f"result has {np.ndim(result)}."
    )
    got = array_of(result, (1, 2, 1), "rnn_forward")
    assert not np.isclose(got[0, 0, 0], 0.5, rtol=1e-6), (
        "The result begins with the memory at the start, 0.5. The first entry should be what the "
        "first step leaves."
    )
    first = math.tanh(2.0)
    assert np.isclose(got[0, 0, 0], first, rtol=1e-6), (
        f"The first step adds 1 and 2 times the memory 0.5, so it should leave {first:.6f}, but it "
        f"leaves {got[0, 0, 0]:.6f}. Is the memory at the start used?"
    )
    second = math.tanh(2.0 + 2 * first)
    assert np.isclose(got[0, 1, 0], second, rtol=1e-6), (
        f"The second step adds 2 and 2 times {first:.6f}, so it should leave {second:.6f}, but it "
        f"leaves {got[0, 1, 0]:.6f}. Which memory does the second step start from?"
    )


def test_forward_matches_the_slow_way():
    """rnn_forward: every step of every sequence"""
    for texts, steps, width, memory in [(2, 4, 3, 2), (3, 1, 1, 4), (1, 6, 2, 3), (3, 3, 3, 3)]:
        xs, h, weights = sample(162, texts, steps, width, memory)
        result = rnn_forward(xs, h, *weights)
        got = array_of(result, (texts, steps, memory), "rnn_forward")
        for row in range(texts):
            state = h[row]
            for step in range(steps):
                state = slow_step(xs[row, step], state, *weights)
                assert np.allclose(got[row, step], state, rtol=1e-6, atol=1e-9), (
                    f"For xs of shape {xs.shape}, the memory of sequence {row} after step {step} "
                    f"should be {np.round(state, 4).tolist()}, "
                    f"not {np.round(got[row, step], 4).tolist()}."
                )


def test_a_sequence_in_two_parts():
    """rnn_forward: going on from the last memory continues the sequence"""
    xs, h, weights = sample(163, 2, 5, 3, 4)
    expected = array_of(rnn_forward(xs, h, *weights), (2, 5, 4), "rnn_forward")
    array_of(rnn_forward(xs[:, :2], h, *weights), (2, 2, 4), "rnn_forward")
    result = rnn_forward(xs[:, 2:], expected[:, 1], *weights)
    got = array_of(result, (2, 3, 4), "rnn_forward")
    assert np.allclose(got, expected[:, 2:], rtol=1e-6), (
        "Reading the last three of five steps, from the memory after the second, should give what "
        "reading all five at once gives."
    )


def test_the_future_has_no_influence():
    """rnn_forward: a later input changes no earlier memory"""
    xs, h, weights = sample(164, 2, 4, 3, 3)
    before = array_of(rnn_forward(xs, h, *weights), (2, 4, 3), "rnn_forward")
    changed = xs.copy()
    changed[:, 2] += 2.0
    after = array_of(rnn_forward(changed, h, *weights), (2, 4, 3), "rnn_forward")
    assert np.array_equal(after[:, :2], before[:, :2]), (
        "The input of step 2 was changed, but a memory before it moved. In which direction does "
        "your loop read?"
    )
    assert not np.allclose(after[:, 3], before[:, 3]), (
        "The input of step 2 was changed, but the memory after step 3 knows nothing of it."
    )


def test_no_steps():
    """rnn_forward: a sequence without steps"""
    xs, h, weights = sample(165, 2, 0, 3, 4)
    array_of(rnn_forward(xs, h, *weights), (2, 0, 4), "rnn_forward")


def test_inputs_are_left_unchanged():
    """all arrays that are passed in are left unchanged"""
    xs, h, weights = sample(166, 2, 3, 2, 2)
    arrays = [xs, h, *weights]
    before = [array.copy() for array in arrays]
    array_of(rnn_forward(xs, h, *weights), (2, 3, 2), "rnn_forward")
    array_of(rnn_cell(xs[:, 0], h, *weights), (2, 2), "rnn_cell")
    for name, now, then in zip(("xs", "h", "w_x", "w_h", "b"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the calls. Others still need it: use a new array."
        )
