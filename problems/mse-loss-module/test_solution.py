"""Hidden tests of mse-loss-module.

Two tests compare with the formula. Those about stored state compare a layer with a fresh one, so
that a mistake in the formula does not look like a mistake in what is stored.
"""

import numpy as np
from solution import MSELoss

NUMBER_TYPES = (float, int, np.float16, np.float32, np.float64, np.longdouble)


def batch(seed, shape):
    """Return new outputs A and targets Y, with differences of both signs."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.normal(size=shape, scale=2)


def mean_of_squares(A, Y):
    """Compute the loss the long way, one element at a time."""
    pairs = zip(A.ravel().tolist(), Y.ravel().tolist(), strict=True)
    squares = [(a - y) ** 2 for a, y in pairs]
    return sum(squares) / len(squares)


def is_number_type(value):
    """Tell if value is a plain number; `is`, since a class can make itself equal to any other."""
    return any(type(value) is number_type for number_type in NUMBER_TYPES)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def value_of(loss):
    """Return the one value in a returned loss as a plain float, whatever its shape."""
    assert is_number_type(loss) or type(loss) is np.ndarray, (
        f"forward should return a float, but it returned {kind_of(loss)}. "
        "Is there a return at its end?"
    )
    array = np.array(loss)
    assert array.dtype.kind in "fi", f"forward should return a float, not {array.dtype} values."
    assert array.size == 1, (
        f"forward should return one number, but it returned an array of shape {array.shape}. "
        "Add up both axes."
    )
    return float(array.item())


def gradient_of(gradient, shape):
    """Return a returned gradient as a plain array of floats, a copy, once its form is right."""
    assert type(gradient) is np.ndarray, (
        f"backward should return a NumPy array, but it returned {kind_of(gradient)}. "
        "Is there a return at its end?"
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype}."
    )
    assert gradient.shape == shape, (
        f"The latest A has shape {shape}, so the gradient should too, "
        f"but it has shape {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


def fresh_gradient(A, Y):
    """Return what a new layer answers that has seen this batch only."""
    loss = MSELoss()
    loss.forward(A.copy(), Y.copy())
    return gradient_of(loss.backward(), A.shape)


def difference(got, expected):
    """Say where two arrays differ most, and by which factor if one fits every entry."""
    worst = np.unravel_index(np.argmax(np.abs(got - expected)), expected.shape)
    index = tuple(int(i) for i in worst)
    factor = got[worst] / expected[worst]
    text = f"At index {index} the gradient should be {expected[worst]:.6g}, "
    text += f"but yours is {got[worst]:.6g}."
    if np.allclose(got, factor * expected):
        text += f" Every entry is {factor:.4g} times what it should be."
    return text


def test_forward_returns_a_single_number():
    """forward: returns a single number"""
    loss = MSELoss().forward(*batch(21, (3, 4)))
    assert type(loss) is np.ndarray or is_number_type(loss), (
        f"forward should return a float, but it returned {kind_of(loss)}."
    )
    assert np.shape(loss) == (), (
        "forward should return a single number, but it returned an array of shape "
        f"{np.shape(loss)}. A table with one cell is still a table."
    )


def test_forward_divides_by_n_and_c():
    """forward: SSE / (N * C), also when N and C differ"""
    for shape in [(2, 5), (4, 3), (6, 1)]:
        A, Y = batch(22, shape)
        expected = mean_of_squares(A, Y)
        got = value_of(MSELoss().forward(A, Y))
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For N, C = {shape} the loss should be {expected:.6g}, but it is {got:.6g}. "
            "Compare your sum of squares, and what you divide it by, with the statement."
        )


def test_backward_matches_the_formula():
    """backward: 2 * (A - Y) / (N * C), in the shape of A"""
    for shape in [(2, 5), (4, 3), (6, 1)]:
        A, Y = batch(23, shape)
        expected = 2 * (A - Y) / A.size
        loss = MSELoss()
        loss.forward(A, Y)
        got = gradient_of(loss.backward(), shape)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"For N, C = {shape}, backward is not the derivative of the loss. "
            + difference(got, expected)
        )


def test_backward_uses_the_latest_forward():
    """backward: uses what the latest forward stored"""
    loss = MSELoss()
    for seed, shape in [(24, (4, 3)), (25, (4, 3)), (26, (2, 5))]:
        A, Y = batch(seed, shape)
        expected = fresh_gradient(A, Y)
        loss.forward(A, Y)
        got = gradient_of(loss.backward(), shape)
        assert np.allclose(got, expected, rtol=1e-6), (
            "After another forward, backward should answer for the new batch, "
            "as a new MSELoss does. " + difference(got, expected)
        )


def test_backward_can_be_repeated():
    """backward: gives the same gradient when called again"""
    A, Y = batch(27, (3, 2))
    loss = MSELoss()
    loss.forward(A, Y)
    expected = gradient_of(loss.backward(), A.shape)
    got = gradient_of(loss.backward(), A.shape)
    assert np.array_equal(got, expected), (
        "A second backward, with no forward between, should give the same gradient as the first. "
        + difference(got, expected)
    )


def test_instances_do_not_share_state():
    """two instances do not share state"""
    first_batch, second_batch = batch(28, (3, 2)), batch(29, (3, 2))
    expected = fresh_gradient(*first_batch)
    first, second = MSELoss(), MSELoss()
    first.forward(*first_batch)
    second.forward(*second_batch)
    got = gradient_of(first.backward(), (3, 2))
    assert np.allclose(got, expected, rtol=1e-6), (
        "Two MSELoss objects saw different batches, and the first one's backward should "
        "answer for its own. " + difference(got, expected)
    )


def test_inputs_are_left_unchanged():
    """A and Y are left unchanged"""
    A, Y = batch(30, (4, 3))
    A_before, Y_before = A.copy(), Y.copy()
    loss = MSELoss()
    value_of(loss.forward(A, Y))
    gradient_of(loss.backward(), A.shape)
    assert np.array_equal(A, A_before), (
        "A holds other numbers after forward and backward. The network still needs its outputs: "
        "work on a new array."
    )
    assert np.array_equal(Y, Y_before), (
        "Y holds other numbers after forward and backward. The targets belong to the data set: "
        "work on a new array."
    )
