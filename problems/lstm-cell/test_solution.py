"""Hidden tests of lstm-cell.

Biases of plus and minus 50 open and close single gates, so that each can be seen alone. The oracle
computes one entry at a time with plain floats.
"""

import math

import numpy as np
from solution import lstm_cell

OPEN, CLOSED = 50.0, -50.0


def kind_of(value):
    """Name a value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step(x, h, c, *weights):
    """Return the submission's two states as plain floats, once their form is right."""
    with np.errstate(all="ignore"):
        result = lstm_cell(x, h, c, *weights)
    assert type(result) is tuple, f"lstm_cell should return a tuple, not {kind_of(result)}."
    assert len(result) == 2, f"The tuple should hold h_new and c_new, not {len(result)} values."
    states = []
    for name, state in zip(("h_new", "c_new"), result, strict=True):
        assert type(state) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(state)}."
        assert state.dtype.kind == "f", f"{name} should hold floats, not {state.dtype} values."
        assert state.shape == c.shape, f"{name} should have shape {c.shape}, not {state.shape}."
        states.append(np.array(state, dtype=float))
    return states


def with_biases(write, forget, candidate, show, old=2.0):
    """Return the states of a cell of width 1 whose gates depend on these biases alone."""
    x, h, c = np.array([[1.0]]), np.array([[0.3]]), np.array([[old]])
    biases = np.array([write, forget, candidate, show])
    h_new, c_new = step(x, h, c, np.zeros((1, 4)), np.zeros((1, 4)), biases)
    return float(h_new[0, 0]), float(c_new[0, 0])


def sigmoid(z):
    """Compute the sigmoid of one number."""
    return 1 / (1 + math.exp(-z))


def slow_row(x, h, c, w_x, w_h, b):
    """Compute one sequence's new states, entry by entry."""
    width = len(c)

    def total(column):
        from_input = sum(float(x[i] * w_x[i, column]) for i in range(len(x)))
        return (
            float(b[column]) + from_input + sum(float(h[j] * w_h[j, column]) for j in range(width))
        )

    hidden, cell = [], []
    for k in range(width):
        kept = sigmoid(total(width + k)) * float(c[k])
        cell.append(kept + sigmoid(total(k)) * math.tanh(total(2 * width + k)))
        hidden.append(sigmoid(total(3 * width + k)) * math.tanh(cell[-1]))
    return hidden, cell


def sample(seed, texts, width, memory):
    """Return the arguments of a step, in their order."""
    generator = np.random.default_rng(seed)
    shapes = [(texts, width), (texts, memory), (texts, memory)]
    shapes += [(width, 4 * memory), (memory, 4 * memory), (4 * memory,)]
    return [generator.normal(size=shape) for shape in shapes]


def test_forget_gate():
    """the forget gate: open it keeps the cell state, closed it clears it"""
    _, kept = with_biases(CLOSED, OPEN, 0.7, OPEN)
    assert not np.isclose(kept, 0.0, rtol=0, atol=1e-9), (
        "With an open forget gate the cell state 2 should be kept, but it is gone."
    )
    assert not np.isclose(kept, math.tanh(2.0), rtol=1e-6), (
        "With an open forget gate the cell state 2 should stay as it is, but its tanh is left."
    )
    assert np.isclose(kept, 2.0, rtol=1e-6), (
        "With an open forget gate and a closed input gate the cell state 2 should stay, "
        f"but it becomes {kept:.6g}. In which order are the four parts?"
    )
    _, cleared = with_biases(CLOSED, CLOSED, 0.7, OPEN)
    assert np.isclose(cleared, 0.0, rtol=0, atol=1e-9), (
        f"With both gates closed the cell state should become 0, but it is {cleared:.6g}."
    )


def test_input_gate_and_candidate():
    """the input gate: open it adds the tanh of the candidate"""
    _, got = with_biases(OPEN, CLOSED, 0.7, OPEN)
    assert np.isclose(got, math.tanh(0.7), rtol=1e-6), (
        f"With only the input gate open the cell state should be tanh(0.7) = {math.tanh(0.7):.6f}, "
        f"but it is {got:.6f}."
    )
    _, got = with_biases(OPEN, OPEN, -3.0, OPEN)
    assert np.isclose(got, 2.0 + math.tanh(-3.0), rtol=1e-6), (
        "With both gates open the tanh of -3 is added to the 2, which makes "
        f"{2 + math.tanh(-3.0):.6f}, but it is {got:.6f}."
    )


def test_output_gate():
    """the output gate: it shows the tanh of the new cell state"""
    shown, cell = with_biases(OPEN, CLOSED, 0.7, OPEN)
    assert not np.isclose(shown, cell, rtol=1e-6), (
        f"The hidden state is the cell state {cell:.6f} itself: it should be squashed first."
    )
    assert np.isclose(shown, math.tanh(cell), rtol=1e-6), (
        f"With an open output gate the hidden state should be the tanh of the new cell state "
        f"{cell:.6f}, which is {math.tanh(cell):.6f}, but it is {shown:.6f}."
    )
    hidden, cell = with_biases(CLOSED, OPEN, 0.7, CLOSED)
    assert np.isclose(hidden, 0.0, rtol=0, atol=1e-9), (
        f"With a closed output gate the hidden state should be 0, but it is {hidden:.6g}."
    )
    assert np.isclose(cell, 2.0, rtol=1e-6), (
        f"A closed output gate hides the cell state but should not change it: 2, not {cell:.6g}."
    )


def test_half_open_gates():
    """gates between open and closed"""
    third = -math.log(2.0)  # its sigmoid is 1 / (1 + 2)
    hidden, cell = with_biases(third, math.log(3.0), 1.0, 0.0, old=4.0)
    expected = 3.0 + math.tanh(1.0) / 3
    assert np.isclose(cell, expected, rtol=1e-6), (
        "A forget gate of 3/4 and an input gate of 1/3 should make 3/4 of 4 plus a third of "
        f"tanh(1) = {expected:.6f}, but the cell state is {cell:.6f}."
    )
    assert np.isclose(hidden, math.tanh(expected) / 2, rtol=1e-6), (
        f"An output gate of 1/2 should show {math.tanh(expected) / 2:.6f}, not {hidden:.6f}."
    )


def test_matches_the_slow_way():
    """any batch, inputs and states of different widths"""
    for texts, width, memory in [(1, 3, 2), (4, 2, 3), (2, 1, 1), (3, 5, 4)]:
        arguments = sample(171, texts, width, memory)
        h_new, c_new = step(*arguments)
        for row in range(texts):
            hidden, cell = slow_row(*(array[row] for array in arguments[:3]), *arguments[3:])
            assert np.allclose(c_new[row], cell, rtol=1e-6, atol=1e-9), (
                f"For B, D, H = {texts}, {width}, {memory} the cell state of sequence {row} should "
                f"be {np.round(cell, 4).tolist()}, not {np.round(c_new[row], 4).tolist()}."
            )
            assert np.allclose(h_new[row], hidden, rtol=1e-6, atol=1e-9), (
                f"For B, D, H = {texts}, {width}, {memory} the hidden state of sequence {row} "
                f"should be {np.round(hidden, 4).tolist()}, not {np.round(h_new[row], 4).tolist()}."
            )


def test_a_memory_of_many_steps():
    """an open forget gate keeps the cell state for many steps"""
    x, h, c, w_x, w_h, _ = sample(172, 2, 3, 2)
    biases = np.repeat([-500.0, 500.0, 0.0, 0.0], 2)
    start = c.copy()
    for _ in range(20):
        h, c = step(x, h, c, w_x, w_h, biases)
    assert np.allclose(c, start, rtol=1e-6), (
        "With the forget gate open and the input gate closed, the cell state should be the same "
        f"after 20 steps, but it went from {start[0].tolist()} to {c[0].tolist()}."
    )


def test_large_sums():
    """very large sums before the gates: finite states"""
    for size in (800.0, 10000.0):
        hidden, cell = with_biases(-size, size, size, -size)
        assert math.isfinite(cell) and math.isfinite(hidden), (
            f"With sums of {size:g} the states are {hidden} and {cell}, which are not finite."
        )
        assert np.isclose(cell, 2.0, rtol=1e-6) and np.isclose(hidden, 0.0, rtol=0, atol=1e-9), (
            f"With sums of {size:g} the cell state should stay 2 and nothing should be shown, "
            f"but the states are {cell:.6g} and {hidden:.6g}."
        )


def test_inputs_are_left_unchanged():
    """all arrays that are passed in are left unchanged"""
    arguments = sample(173, 2, 3, 2)
    before = [array.copy() for array in arguments]
    step(*arguments)
    names = ("x", "h", "c", "w_x", "w_h", "b")
    for name, now, then in zip(names, arguments, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
