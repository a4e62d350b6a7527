"""Hidden tests of mse-loss.

The value of the loss is tested apart from its type, and 1-D arrays and columns apart from wider
arrays, so that the set of failing tests tells one mistake from another.
"""

import numpy as np
from solution import mse_loss, mse_loss_backward

NUMBER_TYPES = (float, int, np.float16, np.float32, np.float64, np.longdouble)


def sample(seed, shape):
    """Return a prediction and a target with differences of both signs."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.normal(size=shape, scale=2)


def mean_of_squares(pred, target):
    """Compute the loss the long way, one element at a time."""
    pairs = zip(pred.ravel().tolist(), target.ravel().tolist(), strict=True)
    squares = [(p - t) ** 2 for p, t in pairs]
    return sum(squares) / len(squares)


def numerical_gradient(pred, target, step=1e-5):
    """Estimate the gradient: nudge each element up and down and watch the loss."""
    gradient = np.zeros(pred.shape)
    for index in np.ndindex(pred.shape):
        up, down = pred.copy(), pred.copy()
        up[index] += step
        down[index] -= step
        change = mean_of_squares(up, target) - mean_of_squares(down, target)
        gradient[index] = change / (2 * step)
    return gradient


def is_number_type(value):
    """Tell if value is a plain number; `is`, since a class can make itself equal to any other."""
    return any(type(value) is number_type for number_type in NUMBER_TYPES)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def value_of(loss):
    """Return the one value in a returned loss as a plain float, whatever its shape."""
    assert is_number_type(loss) or type(loss) is np.ndarray, (
        f"mse_loss should return a float, but it returned {kind_of(loss)}. "
        "Is there a return in every path of your function?"
    )
    array = np.array(loss)
    assert array.dtype.kind in "fi", f"mse_loss should return a float, not {array.dtype} values."
    assert array.size == 1, (
        f"mse_loss should return one number, but it returned an array of shape {array.shape}. "
        "Average over all the elements."
    )
    return float(array.item())


def gradient_of(gradient, shape):
    """Return a returned gradient as a plain array of floats, a copy, once its form is right."""
    assert type(gradient) is np.ndarray, (
        "mse_loss_backward should return a NumPy array, "
        f"but it returned {kind_of(gradient)}. Each element of pred has its own slope."
    )
    assert gradient.dtype.kind == "f", (
        f"The gradient should hold floats, but it holds {gradient.dtype}."
    )
    assert gradient.shape == shape, (
        f"pred has shape {shape}, so its gradient should too, but it has shape {gradient.shape}."
    )
    return np.array(gradient, dtype=float)


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


def test_loss_is_a_scalar():
    """mse_loss: returns a scalar"""
    for shape in [(5,), (3, 4)]:
        loss = mse_loss(*sample(11, shape))
        assert type(loss) is np.ndarray or is_number_type(loss), (
            f"For arrays of shape {shape} mse_loss should return a float, "
            f"but it returned {kind_of(loss)}."
        )
        assert np.shape(loss) == (), (
            f"For arrays of shape {shape} mse_loss should return a single number, "
            f"but it returned an array of shape {np.shape(loss)}. No axis should be left."
        )


def test_loss_is_zero_for_a_perfect_prediction():
    """mse_loss: zero when pred == target"""
    for shape in [(6,), (2, 3)]:
        pred, _ = sample(12, shape)
        got = value_of(mse_loss(pred, pred.copy()))
        assert got == 0, (
            f"Every prediction equals its target (shape {shape}), so the loss should be "
            f"exactly 0, but it is {got!r}. Does your code add anything to the differences?"
        )


def test_loss_matches_the_formula():
    """mse_loss: matches the formula"""
    for size in [2, 5, 8]:
        pred, target = sample(size, size)
        pred_before, target_before = pred.copy(), target.copy()
        expected = mean_of_squares(pred, target)
        got = value_of(mse_loss(pred, target))
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For {size} elements the loss should be {expected:.6g}, but it is {got:.6g}. "
            "Square each difference, then take the mean of the squares."
        )
        assert np.array_equal(pred, pred_before), (
            "mse_loss changed pred. The caller still needs it: work on a new array."
        )
        assert np.array_equal(target, target_before), (
            "mse_loss changed target. The caller still needs it: work on a new array."
        )


def test_loss_averages_over_all_elements():
    """mse_loss: works on 2-D arrays (averages over ALL elements, not just rows)"""
    for shape in [(2, 5), (5, 3), (2, 3, 4)]:  # the last: one axis more, the same rule
        pred, target = sample(14, shape)
        expected = mean_of_squares(pred, target)
        got = value_of(mse_loss(pred, target))
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For arrays of shape {shape} the loss should be {expected:.6g}, not {got:.6g}. "
            f"These arrays hold {pred.size} elements in {len(pred)} rows: by what do you divide?"
        )


def test_gradient_matches_the_formula():
    """mse_loss_backward: matches 2 * (pred - target) / N"""
    for shape in [(4,), (7,), (6, 1)]:
        pred, target = sample(15, shape)
        pred_before, target_before = pred.copy(), target.copy()
        expected = 2 * (pred - target) / pred.size
        got = gradient_of(mse_loss_backward(pred, target), shape)
        assert np.allclose(got, expected, rtol=1e-6), difference(got, expected)
        assert np.array_equal(pred, pred_before), (
            "mse_loss_backward changed pred. The caller still needs it: work on a new array."
        )
        assert np.array_equal(target, target_before), (
            "mse_loss_backward changed target. The caller still needs it: work on a new array."
        )


def test_gradient_matches_finite_differences():
    """mse_loss_backward: matches finite-difference numerical gradient"""
    for shape in [(4, 3), (2, 5), (2, 3, 4)]:
        pred, target = sample(16, shape)
        expected = numerical_gradient(pred, target)
        got = gradient_of(mse_loss_backward(pred, target), shape)
        assert np.allclose(got, expected, rtol=0, atol=1e-4), (
            f"For arrays of shape {shape}, nudging each prediction gives another slope. "
            + difference(got, expected)
        )
