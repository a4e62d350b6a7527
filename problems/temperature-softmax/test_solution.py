"""Hidden tests of temperature-softmax.

The worked values are roots and squares of small whole numbers; the oracle works on plain lists.
"""

import math

import numpy as np
from solution import temperature_softmax


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def soften(logits, temperature):
    """Return the submission's probabilities as plain floats, once their form is right."""
    with np.errstate(all="ignore"):
        result = temperature_softmax(logits, temperature)
    assert type(result) is np.ndarray, (
        f"temperature_softmax should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"Probabilities should be floats, not {result.dtype} values."
    assert result.shape == logits.shape, (
        f"The result should have the shape of the logits, {logits.shape}, not {result.shape}."
    )
    return np.array(result, dtype=float)


def slow_row(logits, temperature):
    """Compute one row on a plain list."""
    powers = [math.exp(z / temperature) for z in logits]
    return [power / sum(powers) for power in powers]


def test_worked_values():
    """three temperatures, computed by hand"""
    logits = np.log(np.array([1.0, 4.0, 9.0]))
    for temperature, powers in [(1.0, [1, 4, 9]), (2.0, [1, 2, 3]), (0.5, [1, 16, 81])]:
        got = soften(logits, temperature)
        assert np.isclose(got.sum(), 1.0, rtol=1e-6), (
            f"At temperature {temperature} the probabilities should add up to 1, "
            f"but they add up to {got.sum():.4g}."
        )
        expected = np.array(powers) / sum(powers)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"At temperature {temperature} the exponentials are {powers}, so the probabilities "
            f"should be {np.round(expected, 4).tolist()}, not {np.round(got, 4).tolist()}."
        )


def test_rows_are_on_their_own():
    """any number of axes in front: each row is a distribution"""
    generator = np.random.default_rng(121)
    for shape, temperature in [((4,), 0.7), ((3, 5), 1.6), ((2, 3, 2), 0.3), ((4, 4), 5.0)]:
        logits = generator.normal(size=shape, scale=3)
        got = soften(logits, temperature)
        for index in np.ndindex(shape[:-1]):
            expected = slow_row(logits[index].tolist(), temperature)
            assert np.allclose(got[index], expected, rtol=1e-6, atol=1e-9), (
                f"For logits of shape {shape} and temperature {temperature}, row {index} should be "
                f"{np.round(expected, 4).tolist()}, not {np.round(got[index], 4).tolist()}."
            )


def test_ratios():
    """the log of a ratio of probabilities is the difference of the logits over T"""
    logits = np.array([0.5, -1.0, 2.5, 2.0])
    for temperature in (0.4, 1.0, 3.0):
        got = np.log(soften(logits, temperature))
        slopes = (got[1:] - got[0]) * temperature / (logits[1:] - logits[0])
        assert np.allclose(slopes, 1.0, rtol=1e-6), (
            f"At temperature {temperature} the logarithms of the probabilities should differ by "
            f"the differences of the logits over {temperature}, but yours differ by "
            f"{np.round(slopes, 4).tolist()} times as much."
        )


def test_temperature_zero():
    """temperature 0: everything on the largest logit"""
    logits = np.array([[[0.0, 2.0, 1.0], [-5.0, -7.0, -6.0]], [[1e300, 0.0, 3.0], [1.0, 2.0, 2.5]]])
    got = soften(logits, 0.0)
    assert np.all(np.isfinite(got)), (
        "At temperature 0 the result should hold zeros and ones, but some entries are not numbers."
    )
    expected = [[[0, 1, 0], [1, 0, 0]], [[1, 0, 0], [0, 0, 1]]]
    assert np.array_equal(got, expected), (
        "At temperature 0 each row should have a 1 at its largest logit and 0 elsewhere, "
        f"{expected}, but the result is {got.tolist()}."
    )


def test_temperature_zero_with_equal_logits():
    """temperature 0: of equally large logits the first one wins"""
    got = soften(np.array([1.0, 4.0, 4.0, 0.0, 4.0]), 0.0)
    assert np.count_nonzero(got) == 1, (
        f"At temperature 0 one token should have everything, but the result is {got.tolist()}."
    )
    assert got.tolist() == [0.0, 1.0, 0.0, 0.0, 0.0], (
        "Three logits are equally large, and the first of them, id 1, should get everything, "
        f"but the result is {got.tolist()}."
    )


def test_negative_temperature():
    """a negative temperature raises ValueError"""
    for temperature in (-1.0, -1e-9):
        refused = False
        try:
            temperature_softmax(np.array([1.0, 2.0]), temperature)
        except ValueError:
            refused = True
        assert refused, (
            f"A temperature of {temperature} would turn the order of the tokens around: "
            "it should raise ValueError."
        )


def test_large_logits():
    """logits of any size, at temperature 1"""
    got = soften(np.array([[1e6, 1e6 - 1, 0.0], [-1e6, -1e6 - 1, -2e6]]), 1.0)
    expected = [1 / (1 + math.exp(-1)), 1 / (1 + math.e), 0.0]
    assert np.all(np.isfinite(got[0])), (
        f"With logits of a million the first row is {got[0].tolist()}. np.exp overflows: what may "
        "be subtracted from a row without any effect?"
    )
    assert np.all(np.isfinite(got)), (
        f"With logits of minus a million the second row is {got[1].tolist()}. All its exponentials "
        "became 0: each row needs a shift of its own."
    )
    assert np.allclose(got, [expected, expected], rtol=1e-6), (
        "In both rows the second logit is 1 below the first and the third far below, so both "
        f"should be {np.round(expected, 4).tolist()}, but they are {np.round(got, 4).tolist()}."
    )


def test_extreme_temperatures():
    """temperatures close to 0, and very high ones"""
    for temperature in (1e-300, 1e-12):
        got = soften(np.array([[3e9, 1.0, -2.0], [2.0, 2.5e9, 2.0]]), temperature)
        assert np.array_equal(got, [[1, 0, 0], [0, 1, 0]]), (
            f"At temperature {temperature} the largest logit of each row should get everything, "
            f"but the result is {got.tolist()}. In which order do you shift and divide?"
        )
    got = soften(np.array([1e6, 0.0, -1e6, 5.0]), 1e300)
    assert np.allclose(got, 0.25, rtol=1e-6), (
        "At temperature 1e300 all differences vanish, so each of 4 tokens should have 0.25, "
        f"not {got.tolist()}."
    )


def test_one_token():
    """a vocabulary of one token has no choice"""
    for temperature in (0.0, 0.5, 2.0):
        got = soften(np.array([[-3.0], [8.0]]), temperature)
        assert np.array_equal(got, [[1.0], [1.0]]), (
            f"A single token has the probability 1, also at temperature {temperature}, "
            f"but the result is {got.tolist()}."
        )


def test_logits_are_left_unchanged():
    """logits is left unchanged"""
    logits = np.array([[1.0, -2.0, 0.5]])
    for temperature in (0.0, 0.5):
        soften(logits, temperature)
        assert logits.tolist() == [[1.0, -2.0, 0.5]], (
            f"logits holds {logits.tolist()} after the call, not [[1.0, -2.0, 0.5]]: "
            "use a new array."
        )
