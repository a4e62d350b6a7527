"""Hidden tests of log-sum-exp.

The oracle computes with 60 decimal digits, in which no exponential here overflows, one sum at a
time.
"""

import math
from decimal import Decimal, localcontext

import numpy as np
from solution import log_sum_exp

INFINITY = float("inf")


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def result_of(x, shape, **options):
    """Return the submission's result as a plain array, once its form is right."""
    result = log_sum_exp(x.copy(), **options)
    asked = ", ".join(["x", *(f"{name}={value}" for name, value in options.items())])
    if type(result) is float or type(result) is np.float64:
        result = np.array(result)
    assert type(result) is np.ndarray, (
        f"log_sum_exp({asked}) should return a float or a NumPy array of floats, but it returned "
        f"{kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"The result should hold floats, not {result.dtype} values."
    assert result.shape == shape, (
        f"For x of shape {x.shape}, log_sum_exp({asked}) should have the shape {shape}, but it has "
        f"{result.shape}."
    )
    return np.array(result, dtype=float)


def exactly(entries):
    """Compute one log-sum-exp with 60 decimal digits."""
    with localcontext() as context:
        context.prec = 60
        return float(sum(Decimal(entry).exp() for entry in entries).ln())


def test_worked_values():
    """logarithms whose sum is known"""
    x = np.log(np.array([1.0, 2.0, 5.0]))
    got = float(result_of(x, ()))
    assert not math.isclose(got, math.log(8 / 3), rel_tol=1e-6), (
        "The result is the logarithm of the exponentials' mean. What is asked for is their sum."
    )
    assert math.isclose(got, math.log(8), rel_tol=1e-9), (
        f"The exponentials are 1, 2 and 5, so the result should be log(8) = {math.log(8):.6f}, not "
        f"{got:.6f}."
    )
    got = result_of(np.array([[0.0, 0.0], [0.0, 0.0]]), (2,), axis=1)
    assert np.allclose(got, math.log(2), rtol=1e-9), (
        f"Two zeros give e^0 + e^0 = 2, so each row should give log(2), not {got.tolist()}."
    )


def test_large_entries():
    """large positive and negative entries"""
    x = np.log(np.array([1.0, 2.0, 5.0]))
    text = (
        "Adding {:g} to every entry should add it to the result, which was log(8), but it gives {}."
    )
    for offset in [600.0, 1000.0, 1e5]:
        got = float(result_of(x + offset, ()))
        assert math.isfinite(got), text.format(offset, got) + " Does an exponential overflow?"
        assert math.isclose(got, math.log(8) + offset, rel_tol=1e-9), text.format(offset, got)
    for offset in [-600.0, -1000.0, -1e5]:
        got = float(result_of(x + offset, ()))
        assert math.isclose(got, math.log(8) + offset, rel_tol=1e-9), (
            text.format(offset, got) + " Do all exponentials become 0?"
        )
    got = float(result_of(np.array([1e8, -1e8, 1e8]), ()))
    assert math.isclose(got, 1e8 + math.log(2), rel_tol=1e-12), (
        f"1e8, -1e8 and 1e8 should give 1e8 + log(2), not {got!r}."
    )


def test_rows_of_different_size():
    """each sum has its own magnitude"""
    x = np.array([[0.0, 1.0, -2.0], [2000.0, 2001.0, 1999.0], [-3000.0, -3001.0, -3000.5]])
    for array, axis in [(x, 1), (x.T.copy(), 0), (x, -1)]:
        got = result_of(array, (3,), axis=axis)
        for row, value in zip(x.tolist(), got.tolist(), strict=True):
            assert math.isclose(value, exactly(row), rel_tol=1e-9), (
                f"The sum over {row} should give {exactly(row):.6f}, but with rows of other sizes "
                f"in the array it gives {value:.6f}. What do you take off, and from which entries?"
            )


def test_any_axis():
    """any axis, counted from the front or from the end, and all entries"""
    rng = np.random.default_rng(1)
    for shape in [(4,), (1, 3), (3, 5), (2, 3, 4), (2, 1, 3, 2)]:
        x = rng.normal(size=shape, scale=3.0)
        for axis in range(-len(shape), len(shape)):
            rows = np.moveaxis(x, axis, -1)
            got = result_of(x, rows.shape[:-1], axis=axis)
            for index in np.ndindex(rows.shape[:-1]):
                expected = exactly(rows[index].tolist())
                assert math.isclose(got[index], expected, rel_tol=1e-9, abs_tol=1e-9), (
                    f"For x of shape {shape} and axis={axis}, the result at {index} should be "
                    f"{expected:.6f}, but it is {got[index]:.6f}."
                )
        got, expected = float(result_of(x, ())), exactly(x.ravel().tolist())
        assert math.isclose(got, expected, rel_tol=1e-9), (
            f"Over all entries of an array of shape {shape} the result should be {expected:.6f}, "
            f"but it is {got:.6f}."
        )


def test_form_of_the_result():
    """keepdims keeps the axis with the length 1, and axis=None gives a float"""
    x = np.random.default_rng(2).normal(size=(2, 3, 4))
    for axis, shape in [(0, (1, 3, 4)), (1, (2, 1, 4)), (-1, (2, 3, 1)), (None, (1, 1, 1))]:
        got = result_of(x, shape, axis=axis, keepdims=True)
        rest = () if axis is None else tuple(np.delete(shape, axis).tolist())
        expected = result_of(x, rest, axis=axis)
        assert np.array_equal(got.ravel(), expected.ravel()), (
            f"With axis={axis}, keepdims should change the shape of the result, but no number."
        )
    got = log_sum_exp(x)
    assert type(got) is float or type(got) is np.float64, (
        f"Over all entries the result should be a float, but it is {kind_of(got)}."
    )
    one = np.array([[5.5], [-2.0]])
    assert np.allclose(result_of(one, (2,), axis=1), [5.5, -2.0], rtol=1e-12), (
        "The log-sum-exp of a single entry is the entry itself."
    )


def test_sums_of_sums():
    """all entries at once, or one axis after the other"""
    x = np.random.default_rng(3).normal(size=(3, 4, 5), scale=200.0)
    whole = float(result_of(x, ()))
    for first, shape in [(0, (4, 5)), (1, (3, 5)), (2, (3, 4))]:
        got = float(result_of(result_of(x, shape, axis=first), ()))
        assert math.isclose(got, whole, rel_tol=1e-9), (
            f"Summing along axis {first} first, and then over the rest, should give what summing "
            f"over everything gives, {whole:.6f}, but it gives {got:.6f}."
        )


def test_between_its_bounds():
    """never below the maximum, and at most log(n) above it"""
    rng = np.random.default_rng(4)
    for scale in [0.001, 1.0, 50.0, 1e4]:
        x = rng.normal(size=(6, 9), scale=scale)
        over = result_of(x, (6,), axis=1) - x.max(axis=1)
        assert np.all(over >= -1e-9) and np.all(over <= math.log(9) + 1e-9), (
            f"With 9 entries the result should lie between the maximum and log(9) above it, but it "
            f"lies {over.min():.4g} to {over.max():.4g} above it."
        )


def test_minus_infinity():
    """entries of minus infinity add nothing"""
    got = float(result_of(np.array([-INFINITY, 3.0, -INFINITY, 3.0]), ()))
    assert math.isclose(got, 3.0 + math.log(2), rel_tol=1e-9), (
        f"Two entries of 3 and two of minus infinity should give 3 + log(2), not {got}."
    )
    got = result_of(np.array([[-INFINITY] * 3, [0.0, -1e4, -INFINITY]]), (2,), axis=1)
    assert got[0] == -INFINITY, (
        "If all entries are minus infinity, the exponentials add up to 0, and the result is minus "
        f"infinity, not {got[0]}."
    )
    assert abs(got[1]) < 1e-12, f"0, -10000 and minus infinity should give 0, not {got[1]}."


def test_plus_infinity():
    """an entry of plus infinity gives plus infinity"""
    x = np.array([[1.0, INFINITY], [-INFINITY, INFINITY], [INFINITY, INFINITY], [1.0, 1.0]])
    got = result_of(x, (4,), axis=1)
    for row, value in zip(x[:3].tolist(), got[:3].tolist(), strict=True):
        assert value == INFINITY, f"{row} should give infinity, not {value}."
    assert math.isclose(got[3], 1.0 + math.log(2), rel_tol=1e-9), (
        f"Infinities in other rows should not disturb 1, 1, which gives 1 + log(2), not {got[3]}."
    )


def test_input_is_left_unchanged():
    """x is left unchanged, and the same call gives the same result"""
    x = np.random.default_rng(5).normal(size=(3, 4))
    before = x.copy()
    result_of(x, (4,), axis=0)
    for axis in (0, None):
        first, second = log_sum_exp(x, axis=axis), log_sum_exp(before.copy(), axis=axis)
        assert np.array_equal(x, before), (
            "x holds other numbers after the call. The caller still needs it: use a new array."
        )
        assert np.array_equal(first, second), "The same numbers give two different results."
