"""Hidden tests of sinusoidal-positions.

The hand-computed table and the slow oracle say which numbers belong where. The others are
properties: pairs on a circle, angles that shrink by one factor, a distance that counts alone.
"""

import math

import numpy as np
from solution import sinusoidal_positions


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def table_of(length, width):
    """Return the submission's table as a plain array of floats, once its form is right."""
    result = sinusoidal_positions(length, width)
    assert type(result) is np.ndarray, (
        f"sinusoidal_positions should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"The table should hold floats, but it holds {result.dtype}."
    assert result.shape == (length, width), (
        f"For length {length} and width {width} the table should have the shape "
        f"{(length, width)}, but it has the shape {result.shape}."
    )
    return np.array(result, dtype=float)


def entry(position, column, width):
    """Compute one entry of the table the long way."""
    hand = column // 2
    angle = position / math.pow(10000.0, 2 * hand / width)
    return math.cos(angle) if column % 2 else math.sin(angle)


def test_a_small_table():
    """three positions of width 4, computed by hand"""
    expected = np.array(
        [
            [0.0, 1.0, 0.0, 1.0],
            [0.8414709848, 0.5403023059, 0.0099998333, 0.9999500004],
            [0.9092974268, -0.4161468365, 0.0199986667, 0.9998000067],
        ]
    )
    got = table_of(3, 4)
    assert not np.allclose(got[0], [1.0, 0.0, 1.0, 0.0], rtol=0, atol=1e-6), (
        "At position 0 every angle is 0. The sine of 0 is 0, but your row 0 begins with a 1."
    )
    assert np.allclose(got[0], expected[0], rtol=0, atol=1e-6), (
        f"At position 0 every angle is 0, so row 0 should be {expected[0].tolist()}, "
        f"but yours is {got[0].tolist()}."
    )
    assert np.allclose(got[:, 0], expected[:, 0], rtol=0, atol=1e-6), (
        "Column 0 should hold the sines of the positions 0, 1, 2 themselves, "
        f"but yours holds {got[:, 0].tolist()}."
    )
    assert np.allclose(got[:, 1], expected[:, 1], rtol=0, atol=1e-6), (
        "Column 1 should hold the cosines of the angles whose sines are in column 0, "
        f"but yours holds {got[:, 1].tolist()}."
    )
    assert np.allclose(got, expected, rtol=0, atol=1e-6), (
        "Columns 2 and 3 should hold the sines and cosines of the positions divided by 100, "
        f"but yours hold {got[:, 2:].tolist()}."
    )


def test_every_entry():
    """every entry is the sine or cosine that the formula names"""
    for length, width in [(7, 6), (5, 10), (1, 2), (4, 64)]:
        got = table_of(length, width)
        rows = [[entry(row, column, width) for column in range(width)] for row in range(length)]
        expected = np.array(rows)
        row, column = np.unravel_index(np.argmax(np.abs(got - expected)), expected.shape)
        assert np.allclose(got, expected, rtol=0, atol=1e-6), (
            f"In the table for length {length} and width {width}, row {row}, column {column} "
            f"should be {expected[row, column]:.6g}, but it is {got[row, column]:.6g}."
        )


def test_pairs_lie_on_a_circle():
    """a column and the next one are the sine and cosine of one angle"""
    for length, width in [(30, 8), (12, 2)]:
        got = table_of(length, width)
        for pair in range(width // 2):
            radius = got[:, 2 * pair] ** 2 + got[:, 2 * pair + 1] ** 2
            assert np.allclose(radius, 1.0, rtol=0, atol=1e-5), (
                f"The squares of columns {2 * pair} and {2 * pair + 1} should add up to 1 in each "
                f"row, but they add up to {radius.max():.4g} in one of them."
            )


def test_angles_shrink_by_one_factor():
    """each hand is slower than the one before by the factor 10000 ** (2 / width)"""
    for width in [6, 16]:
        got = table_of(2, width)
        angles = np.arctan2(got[1, 0::2], got[1, 1::2])
        assert np.isclose(angles[0], 1.0, rtol=0, atol=1e-5), (
            f"The first hand should turn by 1 per position, but it turns by {angles[0]:.4g}."
        )
        expected = 10000.0 ** (-2 / width)
        factors = angles[1:] / angles[:-1]
        text = f"For width {width} each hand should turn {expected:.4g} times as far as the one "
        text += f"before it, but yours turn {np.round(factors, 4).tolist()} times as far."
        assert np.all(factors < 1), text
        assert np.all(factors <= expected * 1.0001), text
        assert np.all(factors >= expected * 0.9999), text


def test_only_the_distance_counts():
    """the product of two rows depends on their distance only"""
    got = table_of(40, 12)
    products = got @ got.T
    for distance in range(0, 40, 3):
        along = np.diagonal(products, offset=distance)
        assert np.allclose(along, along[0], rtol=0, atol=1e-5), (
            f"Two rows that are {distance} positions apart should have the same product wherever "
            f"they stand, but yours reach from {along.min():.4g} to {along.max():.4g}."
        )


def test_far_positions():
    """position 20000 is as exact as position 2"""
    got = table_of(20001, 6)
    for position in [19997, 20000]:
        expected = np.array([entry(position, column, 6) for column in range(6)])
        assert np.allclose(got[position], expected, rtol=0, atol=1e-6), (
            f"Row {position} should be {np.round(expected, 6).tolist()}, "
            f"but it is {np.round(got[position], 6).tolist()}."
        )


def test_small_and_empty_tables():
    """one position, and none at all"""
    got = table_of(1, 6)
    assert np.allclose(got, [[0.0, 1.0] * 3], rtol=0, atol=1e-9), (
        f"A text of one token has only position 0: 0 and 1 in turn, but yours is {got.tolist()}."
    )
    table_of(0, 4)


def test_odd_width_is_refused():
    """an odd width raises ValueError"""
    for width in [1, 5]:
        refused = False
        try:
            sinusoidal_positions(3, width)
        except ValueError:
            refused = True
        assert refused, (
            f"A width of {width} leaves a sine without its cosine: it should raise ValueError."
        )


def test_every_call_returns_a_new_table():
    """writing in one table leaves the next one as it should be"""
    first = sinusoidal_positions(3, 4)
    expected = table_of(3, 4)
    first += 1.0
    got = table_of(3, 4)
    assert np.array_equal(got, expected), (
        "The same call should give the same table, also after somebody wrote in an earlier one."
    )
