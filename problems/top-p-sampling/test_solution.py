"""Hidden tests of top-p-sampling.

Sums that hit p exactly are made of powers of two, so that rounding plays no part. The oracle walks
along a sorted list, one row at a time.
"""

import numpy as np
from solution import top_p_probabilities


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def nucleus(probabilities, p):
    """Return the submission's result as plain floats, once its form is right."""
    result = top_p_probabilities(probabilities, p)
    assert type(result) is np.ndarray, (
        f"top_p_probabilities should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"Probabilities should be floats, not {result.dtype} values."
    assert result.shape == probabilities.shape, (
        f"The result should have the shape {probabilities.shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def slow_row(row, p):
    """Cut one row, a list, down to its nucleus."""
    kept, total = [], 0.0
    for token in sorted(range(len(row)), key=lambda token: (-row[token], token)):
        if total >= p:
            break
        kept.append(token)
        total += row[token]
    return [row[token] / total if token in kept else 0.0 for token in range(len(row))]


def sample(seed, shape):
    """Return rows of random probabilities, some flat and some steep."""
    generator = np.random.default_rng(seed)
    powers = np.exp(generator.normal(size=shape) * np.linspace(0.5, 4.0, shape[0])[:, np.newaxis])
    return powers / powers.sum(axis=1, keepdims=True)


def test_worked_row():
    """one row, computed by hand"""
    got = nucleus(np.array([[0.125, 0.0625, 0.5, 0.0625, 0.25]]), 0.8)
    assert got[0, 2] > 0, "Token 2 is the most probable one and should be kept, but it has 0."
    assert got[0, 0] > 0, (
        "0.5 + 0.25 does not reach 0.8 yet, so token 0 with 0.125 is needed as well, but it has 0."
    )
    assert got[0, 1] == 0 and got[0, 3] == 0, (
        "0.5 + 0.25 + 0.125 reaches 0.8, so tokens 1 and 3 should have exactly 0, but they have "
        f"{got[0, [1, 3]].tolist()}."
    )
    assert np.isclose(got.sum(), 1.0, rtol=1e-6), (
        f"What is kept should add up to 1 again, but it adds up to {got.sum():.4g}."
    )
    assert np.allclose(got, [[1 / 7, 0, 4 / 7, 0, 2 / 7]], rtol=1e-6), (
        "0.125, 0.5 and 0.25 are kept and divided by 0.875: 1/7, 4/7 and 2/7, "
        f"not {np.round(got[0], 4).tolist()}."
    )


def test_reaching_p_exactly():
    """a sum that is exactly p is enough"""
    row = np.array([[0.25, 0.125, 0.5, 0.125]])
    for p, kept in [(0.5, [2]), (0.75, [0, 2]), (0.875, [0, 1, 2])]:
        got = np.flatnonzero(nucleus(row, p)).tolist()
        assert got == kept, (
            f"For p = {p} the tokens {kept} of {row[0].tolist()} reach p exactly, and no more are "
            f"needed, but yours keeps {got}."
        )


def test_at_least_one_token():
    """the most probable token is kept, also if it is above p"""
    for p in (0.3, 1e-9):
        got = nucleus(np.array([[0.125, 0.75, 0.125]]), p)
        assert np.allclose(got, [[0.0, 1.0, 0.0]], rtol=1e-6), (
            f"Token 1 with 0.75 reaches p = {p} alone, so it should get the whole probability, "
            f"but the result is {got[0].tolist()}."
        )


def test_p_of_one_keeps_everything():
    """p = 1 changes nothing"""
    probabilities = np.array([[0.25, 0.125, 0.5, 0.125], [0.0625, 0.8125, 0.0625, 0.0625]])
    got = nucleus(probabilities, 1.0)
    assert np.allclose(got, probabilities, rtol=1e-6), (
        f"Only all tokens together reach 1, so nothing should change, but {got.tolist()} came out."
    )


def test_rows_are_on_their_own():
    """a batch: every row has its own nucleus"""
    for shape, p in [((5, 8), 0.9), ((3, 20), 0.5), ((1, 1), 0.2), ((6, 2), 0.7), ((4, 4), 0.8)]:
        probabilities = sample(111, shape)
        got = nucleus(probabilities, p)
        for index, row in enumerate(probabilities.tolist()):
            expected = slow_row(row, p)
            assert np.allclose(got[index], expected, rtol=1e-6, atol=1e-9), (
                f"For p = {p}, row {index} of a batch of shape {shape} should become "
                f"{np.round(expected, 4).tolist()}, not {np.round(got[index], 4).tolist()}."
            )


def test_equal_probabilities():
    """of equal probabilities the lower ids are kept"""
    got = np.flatnonzero(nucleus(np.full((1, 8), 0.125), 0.375)).tolist()
    assert len(got) == 3, (
        f"Three times 0.125 reaches 0.375, but yours keeps {len(got)} of 8 tokens."
    )
    assert got == [0, 1, 2], (
        f"All 8 tokens are equal, so ids 0, 1 and 2 should be kept, but yours keeps {got}."
    )
    row = np.where(np.arange(768) % 3 == 1, 2.0, 1.0)[np.newaxis] / 1024
    got = np.flatnonzero(nucleus(row, 0.625)).tolist()
    expected = sorted([*range(1, 768, 3), *[i for i in range(768) if i % 3 != 1][:128]])
    assert got == expected, (
        "Every third of 768 tokens has 2/1024 and the others have 1/1024. For p = 0.625 the 256 "
        "larger ones are kept and the first 128 of the others: is your sort stable?"
    )


def test_ratios_are_kept():
    """among the kept tokens the ratios stay as they were"""
    probabilities = sample(112, (4, 10))
    got = nucleus(probabilities, 0.95)
    for index in range(4):
        kept = got[index] > 0
        ratios = got[index, kept] / probabilities[index, kept]
        assert np.allclose(ratios, ratios[0], rtol=1e-6), (
            f"In row {index} all kept probabilities should grow by one factor, "
            f"but yours grow by {np.round(ratios, 4).tolist()}."
        )
        assert ratios[0] >= 1 - 1e-9, "A kept probability should never become smaller."


def test_probabilities_are_left_unchanged():
    """probabilities is left unchanged"""
    probabilities = sample(113, (3, 5))
    before = probabilities.copy()
    nucleus(probabilities, 0.6)
    assert np.array_equal(probabilities, before), (
        "probabilities holds other numbers after the call. Others may need it: use a new array."
    )
