"""Hidden tests of mse-loss-reduction.

Each reduction has a test of its value and one of its gradient. The tests about the default and
about stored state compare a loss with a fresh one, so that a wrong formula fails its own tests
only.
"""

import numpy as np
from solution import MSELoss

NUMBER_TYPES = (float, int, np.float16, np.float32, np.float64, np.longdouble)
SHAPES = [(5,), (4, 3), (2, 3, 2)]


def sample(seed, shape):
    """Return a new prediction and target with differences of both signs."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape, scale=2), generator.normal(size=shape, scale=2)


def squared_errors(prediction, target):
    """Compute every squared error the long way, as a flat list."""
    pairs = zip(prediction.ravel().tolist(), target.ravel().tolist(), strict=True)
    return [(p - t) ** 2 for p, t in pairs]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def number_of(loss):
    """Return a returned loss as a plain float, once it is a single number."""
    is_number = any(type(loss) is number_type for number_type in NUMBER_TYPES)
    assert is_number or type(loss) is np.ndarray, (
        f"The loss should be a float, but it is {kind_of(loss)}. "
        "Does every path of __call__ return something?"
    )
    array = np.array(loss)
    assert array.dtype.kind in "fi", f"The loss should be a float, not {array.dtype} values."
    assert array.shape == (), (
        "The loss should be a single number, but it is an array of shape "
        f"{array.shape}. Reduce over every axis."
    )
    return float(array.item())


def array_of(what, values, shape):
    """Return returned values as a plain array of floats, a copy, once their form is right."""
    assert type(values) is np.ndarray, (
        f"{what} should be a NumPy array, but it is {kind_of(values)}. "
        "Does every path of your code return something?"
    )
    assert values.dtype.kind == "f", f"{what} should hold floats, but it holds {values.dtype}."
    assert values.shape == shape, (
        f"{what} should have the prediction's shape {shape}, but it has shape {values.shape}."
    )
    return np.array(values, dtype=float)


def gradient_after(loss, prediction, target):
    """Call the loss on copies and return the gradient that follows."""
    loss(prediction.copy(), target.copy())
    return array_of("The gradient", loss.backward(), prediction.shape)


def difference(got, expected):
    """Say where two arrays differ most, and by which factor if one fits every entry."""
    worst = np.unravel_index(np.argmax(np.abs(got - expected)), expected.shape)
    index = tuple(int(i) for i in worst)
    factor = got[worst] / expected[worst]
    text = f"At index {index} expected {expected[worst]:.6g}, but got {got[worst]:.6g}."
    if np.allclose(got, factor * expected):
        text += f" Every entry is {factor:.4g} times what it should be."
    return text


def error_of(function, *arguments):
    """Return the exception that a call ends with, or None."""
    try:
        function(*arguments)
    except Exception as error:  # noqa: BLE001 - any other error is named in the message
        return error
    return None


def name_of(error):
    """Name the way a call ended, for a message."""
    return "no error" if error is None else type(error).__name__


def test_default_is_the_mean():
    """reduction: "mean" is the default"""
    prediction, target = sample(31, (3, 4))
    expected = number_of(MSELoss("mean")(prediction.copy(), target.copy()))
    got = number_of(MSELoss()(prediction.copy(), target.copy()))
    assert got == expected, (
        f'MSELoss() should give what MSELoss("mean") gives, {expected:.6g}, not {got:.6g}. '
        "Look at the default value in __init__."
    )


def test_mean():
    """mean: one number, averaged over every element"""
    for shape in SHAPES:
        prediction, target = sample(32, shape)
        errors = squared_errors(prediction, target)
        expected = sum(errors) / len(errors)
        got = number_of(MSELoss(reduction="mean")(prediction, target))
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For arrays of shape {shape} the mean should be {expected:.6g}, not {got:.6g}. "
            f"They hold {len(errors)} elements: by what do you divide?"
        )


def test_sum():
    """sum: one number, added up over every element"""
    for shape in SHAPES:
        prediction, target = sample(33, shape)
        expected = sum(squared_errors(prediction, target))
        got = number_of(MSELoss(reduction="sum")(prediction, target))
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For arrays of shape {shape} the sum should be {expected:.6g}, not {got:.6g}. "
            "Add up the squares of all the differences and divide by nothing."
        )


def test_none():
    """none: every squared error, in the shape of the prediction"""
    for shape in SHAPES:
        prediction, target = sample(34, shape)
        expected = np.array(squared_errors(prediction, target)).reshape(shape)
        loss = MSELoss(reduction="none")(prediction, target)
        got = array_of("The loss", loss, shape)
        assert np.allclose(got, expected, rtol=1e-6), (
            'With "none" each element should be its own squared error. ' + difference(got, expected)
        )


def test_backward_mean():
    """backward, mean: the derivative of the mean"""
    for shape in SHAPES:
        prediction, target = sample(35, shape)
        expected = 2 * (prediction - target) / prediction.size
        got = gradient_after(MSELoss(reduction="mean"), prediction, target)
        assert np.allclose(got, expected, rtol=1e-6), (
            f'For "mean" and shape {shape}, differentiate what the loss returns. '
            + difference(got, expected)
        )


def test_backward_sum():
    """backward, sum: the derivative of the sum"""
    for shape in SHAPES:
        prediction, target = sample(36, shape)
        expected = 2 * (prediction - target)
        got = gradient_after(MSELoss(reduction="sum"), prediction, target)
        assert np.allclose(got, expected, rtol=1e-6), (
            f'For "sum" and shape {shape}, differentiate what the loss returns. '
            + difference(got, expected)
        )


def test_backward_none():
    """backward, none: the derivative of each squared error"""
    for shape in SHAPES:
        prediction, target = sample(37, shape)
        expected = 2 * (prediction - target)
        got = gradient_after(MSELoss(reduction="none"), prediction, target)
        assert np.allclose(got, expected, rtol=1e-6), (
            f'For "none" and shape {shape}, differentiate each squared error by itself. '
            + difference(got, expected)
        )


def test_backward_belongs_to_the_latest_call():
    """backward: belongs to the latest call of its own object"""
    first, second = MSELoss(reduction="sum"), MSELoss(reduction="sum")
    first(*sample(38, (2, 4)))
    for seed in [39, 40]:
        prediction, target = sample(seed, (3, 2))
        expected = gradient_after(MSELoss(reduction="sum"), prediction, target)
        first(prediction, target)
        second(*sample(41, (3, 2)))
        got = array_of("The gradient", first.backward(), (3, 2))
        assert np.allclose(got, expected, rtol=1e-6), (
            "Two losses are in use, and backward should answer for the latest call of its own, "
            "as a new MSELoss does. " + difference(got, expected)
        )


def test_shape_mismatch_is_refused():
    """a shape mismatch raises ValueError, also where NumPy would broadcast"""
    for shape, other in [((4, 1), (4,)), ((2, 3), (3,)), ((2, 3), (1, 3)), ((2, 3), (3, 2))]:
        prediction, target = np.ones(shape), np.zeros(other)
        for reduction in ["mean", "sum", "none"]:
            loss = MSELoss(reduction=reduction)
            error = error_of(loss, prediction, target)
            assert isinstance(error, ValueError), (
                f'With "{reduction}", a prediction of shape {shape} and a target of shape {other} '
                f"should raise ValueError, but the call ended with {name_of(error)}. "
                "Compare the shapes before you subtract."
            )


def test_unknown_reduction_is_refused():
    """an unknown reduction raises ValueError"""
    for reduction in ["average", "Mean", ""]:
        error = error_of(MSELoss, reduction)
        assert isinstance(error, ValueError), (
            f"MSELoss({reduction!r}) should raise ValueError, but making it ended with "
            f"{name_of(error)}. Check the name in __init__."
        )


def test_inputs_are_left_unchanged():
    """prediction and target are left unchanged"""
    for reduction in ["mean", "sum", "none"]:
        prediction, target = sample(42, (4, 3))
        prediction_before, target_before = prediction.copy(), target.copy()
        loss = MSELoss(reduction=reduction)
        loss(prediction, target)
        array_of("The gradient", loss.backward(), (4, 3))
        assert np.array_equal(prediction, prediction_before), (
            f'With "{reduction}", prediction holds other numbers after the call and backward. '
            "Work on a new array."
        )
        assert np.array_equal(target, target_before), (
            f'With "{reduction}", target holds other numbers after the call and backward. '
            "Work on a new array."
        )
