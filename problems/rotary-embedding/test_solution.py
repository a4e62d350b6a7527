"""Hidden tests of rotary-embedding.

The oracle turns points as complex numbers. Properties follow: lengths stay, turns add up, and dot
products know the distance only.
"""

import cmath
import math

import numpy as np
from solution import apply_rotary


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def turn(x, positions):
    """Return the submission's result as plain floats, once its form is right."""
    result = apply_rotary(x, np.array(positions))
    assert type(result) is np.ndarray, (
        f"apply_rotary should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"The result should hold floats, not {result.dtype} values."
    assert result.shape == x.shape, (
        f"The result should have the shape of x, {x.shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def turned_pair(vector, pair, position):
    """Turn one pair of a vector as a complex number."""
    angle = position * math.pow(10000.0, -2 * pair / len(vector))
    point = complex(vector[2 * pair], vector[2 * pair + 1]) * cmath.rect(1.0, angle)
    return [point.real, point.imag]


def slowly(x, positions):
    """Turn all pairs one by one."""
    result = np.empty(x.shape)
    for index in np.ndindex(x.shape[:-1]):
        pairs = range(x.shape[-1] // 2)
        rows = [turned_pair(x[index].tolist(), pair, positions[index[-1]]) for pair in pairs]
        result[index] = np.array(rows).ravel()
    return result


def sample(seed, shape):
    """Return random vectors."""
    return np.random.default_rng(seed).normal(size=shape, scale=2)


def test_quarter_turns():
    """quarter turns of a single pair, by hand"""
    x = np.array([[3.0, 1.0], [3.0, 1.0], [3.0, 1.0]])
    got = turn(x, [0.0, math.pi / 2, math.pi])
    assert np.allclose(got[0], [3.0, 1.0], rtol=1e-6), (
        f"At position 0 nothing is turned: [3, 1] should stay, but it becomes {got[0].tolist()}."
    )
    assert np.allclose(got[2], [-3.0, -1.0], rtol=1e-6), (
        f"Half a turn makes [-3, -1] of [3, 1], but yours is {np.round(got[2], 4).tolist()}."
    )
    assert np.allclose(got[1], [-1.0, 3.0], rtol=1e-6), (
        "A quarter turn, counter-clockwise, makes [-1, 3] of [3, 1], "
        f"but yours is {np.round(got[1], 4).tolist()}."
    )


def test_second_pair_turns_slowly():
    """with four columns the second pair turns 100 times as slowly"""
    got = turn(np.array([[1.0, 0.0, 1.0, 0.0]]), [50.0 * math.pi])
    assert np.allclose(got[0, :2], [1.0, 0.0], rtol=0, atol=1e-6), (
        "After 25 whole turns the first pair should be [1, 0] again, "
        f"but it is {np.round(got[0, :2], 4).tolist()}. Which columns belong together?"
    )
    assert not np.allclose(got[0, 2:], [1.0, 0.0], rtol=0, atol=1e-6), (
        "The second pair has made whole turns as well, as if it were as fast as the first one."
    )
    assert np.allclose(got[0, 2:], [0.0, 1.0], rtol=0, atol=1e-6), (
        "Meanwhile the second pair has made a quarter turn and should be [0, 1], "
        f"but it is {np.round(got[0, 2:], 4).tolist()}."
    )


def test_matches_complex_numbers():
    """every pair is turned like a complex number"""
    for shape in [(5, 6), (1, 2), (2, 3, 4), (2, 2, 4, 8)]:
        positions = [3 * token % 7 + 1 for token in range(shape[-2])]
        x = sample(141, shape)
        got, expected = turn(x, positions), slowly(x, positions)
        worst = np.unravel_index(np.argmax(np.abs(got - expected)), shape)
        index = tuple(int(i) for i in worst)
        assert np.allclose(got, expected, rtol=0, atol=1e-6), (
            f"For x of shape {shape} and the positions {positions}, the entry at {index} should be "
            f"{expected[worst]:.6g}, but it is {got[worst]:.6g}."
        )


def test_lengths_stay():
    """every pair keeps its length"""
    x = sample(142, (2, 6, 8))
    got = turn(x, range(6))
    before = x[..., 0::2] ** 2 + x[..., 1::2] ** 2
    after = got[..., 0::2] ** 2 + got[..., 1::2] ** 2
    assert np.allclose(after, before, rtol=1e-6), (
        "A turn keeps the length of every pair of columns (0, 1), (2, 3) and so on, "
        "but some of yours are longer or shorter than before."
    )


def test_only_the_distance_counts():
    """dot products depend on the distance of the positions only"""
    query, key = sample(143, (1, 6)), sample(144, (1, 6))
    for distance in (0, 1, 9):
        starts = (0, 3, 40)
        pairs = [(turn(query, [p + distance]), turn(key, [p])) for p in starts]
        products = [float(np.sum(turned_query * turned_key)) for turned_query, turned_key in pairs]
        assert np.allclose(products, products[0], rtol=0, atol=1e-6), (
            f"A query {distance} positions after a key should have the same product with it at "
            f"the positions {starts}, but yours are {np.round(products, 4).tolist()}."
        )


def test_turns_add_up():
    """turning by 3 and then by 4 positions is turning by 7"""
    x = sample(145, (2, 10))
    got, expected = turn(turn(x, [3, -1]), [4, 5]), turn(x, [7, 4])
    assert np.allclose(got, expected, rtol=0, atol=1e-6), (
        "Two turns one after the other should be the same as one turn by the sum of the positions."
    )


def test_positions_are_used():
    """positions may begin anywhere and come in any order"""
    x = sample(146, (4, 6))
    order = [2, 0, 3, 1]
    got, expected = turn(x[order], [12, 10, 13, 11]), turn(x, [10, 11, 12, 13])[order]
    assert np.allclose(got, expected, rtol=0, atol=1e-6), (
        "The same tokens with the same positions, in another order, should be turned in the same "
        "way. Does your code count the positions itself?"
    )
    assert not np.allclose(expected[1], turn(x[:1], [0])[0], rtol=0, atol=1e-3), (
        "A token at position 10 comes out as if it stood at position 0."
    )


def test_far_positions():
    """position 20000 is as exact as position 2"""
    x = sample(147, (2, 6))
    got, expected = turn(x, [19997, 20000]), slowly(x, [19997, 20000])
    assert np.allclose(got, expected, rtol=0, atol=1e-6), (
        f"At the positions 19997 and 20000 your result is off by {np.abs(got - expected).max():.3g}"
        ": with how many digits are the angles computed?"
    )


def test_inputs_are_left_unchanged():
    """x and positions are left unchanged"""
    x, positions = sample(148, (3, 4)), np.array([1.0, 2.0, 3.0])
    before = x.copy()
    result = apply_rotary(x, positions)
    assert type(result) is np.ndarray, f"A NumPy array should come back, not {kind_of(result)}."
    assert np.array_equal(x, before), "x holds other numbers after the call: use a new array."
    assert positions.tolist() == [1.0, 2.0, 3.0], (
        f"positions holds {positions.tolist()} after the call, not [1, 2, 3]: use a new array."
    )
