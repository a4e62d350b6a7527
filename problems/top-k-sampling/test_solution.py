"""Hidden tests of top-k-sampling.

The probabilities are tested apart from the drawing, which gets distributions made by hand.
"""

import math

import numpy as np
from solution import sample_token, top_k_probabilities


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def keep(logits, k):
    """Return the submission's probabilities as plain floats, once their form is right."""
    result = top_k_probabilities(logits, k)
    assert type(result) is np.ndarray, (
        f"top_k_probabilities should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"Probabilities should be floats, not {result.dtype} values."
    assert result.shape == logits.shape, (
        f"There should be one probability for each of the {logits.size} tokens, but the result "
        f"has the shape {result.shape}."
    )
    return np.array(result, dtype=float)


def draw(probabilities, u):
    """Return the submission's token, once it is known to be an id."""
    token = sample_token(probabilities, u)
    assert type(token) is int, f"sample_token should return an int, but it gave {kind_of(token)}."
    return token


def slowly(logits, k):
    """Compute the probabilities by taking the best token out of a list, k times."""
    left, kept = dict(enumerate(logits.tolist())), []
    while left and len(kept) < k:
        best = max(left, key=lambda token: (left[token], -token))
        kept.append(best)
        del left[best]
    total = sum(math.exp(logits[token]) for token in kept)
    return [math.exp(z) / total if i in kept else 0.0 for i, z in enumerate(logits.tolist())]


def test_worked_probabilities():
    """top_k_probabilities: three of five tokens, by hand"""
    got = keep(np.log(np.array([2.0, 7.0, 1.0, 3.0, 6.0])), 3)
    assert np.all(got[[0, 2]] == 0), (
        "Tokens 0 and 2 are not among the three best and should have the probability 0, but they "
        f"have {got[[0, 2]].tolist()}."
    )
    assert np.isclose(got.sum(), 1.0, rtol=1e-6), (
        f"The probabilities should add up to 1, but they add up to {got.sum():.4g}. Over which "
        "tokens does the sum below the fraction's line run?"
    )
    expected = np.array([0.0, 7.0, 0.0, 3.0, 6.0]) / 16
    assert np.allclose(got, expected, rtol=1e-6), (
        "The kept exponentials are 7, 3 and 6, so the probabilities should be "
        f"{expected.tolist()}, not {np.round(got, 4).tolist()}."
    )


def test_matches_the_slow_way():
    """top_k_probabilities: any number of tokens, any k"""
    generator = np.random.default_rng(101)
    for size, k in [(6, 1), (9, 4), (5, 5), (1, 1), (30, 12)]:
        logits = generator.normal(size=size, scale=2)
        got, expected = keep(logits, k), slowly(logits, k)
        assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
            f"For {size} tokens and k = {k} the probabilities should be "
            f"{np.round(expected, 4).tolist()}, not {np.round(got, 4).tolist()}."
        )


def test_k_beyond_the_vocabulary():
    """top_k_probabilities: a k above the number of tokens keeps them all"""
    got = keep(np.log(np.array([1.0, 3.0, 4.0])), 10)
    assert np.allclose(got, [0.125, 0.375, 0.5], rtol=1e-6), (
        "There are only 3 tokens, so k = 10 should keep all of them, with the probabilities "
        f"0.125, 0.375 and 0.5, not {got.tolist()}."
    )


def test_equal_logits():
    """top_k_probabilities: of equal logits the lower ids are kept"""
    logits = np.array([1.0, 5.0, 2.0, 5.0, 2.0, 2.0, 5.0] + [2.0] * 20)
    got = keep(logits, 4)
    kept = np.flatnonzero(got).tolist()
    assert len(kept) == 4, f"With k = 4 exactly 4 tokens should be kept, but yours keeps {kept}."
    assert kept == [1, 2, 3, 6], (
        "Three tokens have the logit 5, and of the many with the logit 2 the one with the lowest "
        f"id should be kept: ids 1, 2, 3, 6, but yours keeps {kept}."
    )
    got = keep(np.arange(1000.0) % 7, 200)  # every seventh token has the logit 6, then 5
    expected = sorted([*range(6, 1000, 7), *range(5, 406, 7)])
    assert np.flatnonzero(got).tolist() == expected, (
        "Of 1000 tokens with the logits 0 to 6 in turn, k = 200 should keep the 142 with a 6 and "
        "of those with a 5 the 58 with the lowest ids. Is your sort stable?"
    )


def test_large_logits():
    """top_k_probabilities: logits of a million"""
    for shift in (1e6, -1e6):
        got = keep(np.array([0.0, math.log(3), -2.0]) + shift, 2)
        assert np.all(np.isfinite(got)), (
            f"With logits near {shift:g} the probabilities are {got.tolist()}. np.exp overflows "
            "or underflows: what may be subtracted from all logits?"
        )
        assert np.allclose(got, [0.25, 0.75, 0.0], rtol=1e-6), (
            f"Logits near {shift:g} with the difference ln 3 should give 0.25 and 0.75, "
            f"not {got.tolist()}."
        )
    got = keep(np.array([-800.0, 800.0, -2.0]), 3)
    assert np.allclose(got, [0, 1, 0], rtol=0, atol=1e-9), (
        "Of the logits -800, 800 and -2 the second takes all, so the probabilities should be 0, 1 "
        f"and 0, not {got.tolist()}. Which logit leaves no exponent above 0 when it is subtracted?"
    )


def test_drawing():
    """sample_token: u falls on the token's piece of the line"""
    probabilities = np.array([0.25, 0.5, 0.125, 0.125])
    for u, expected in [(0.1, 0), (0.3, 1), (0.7, 1), (0.8, 2), (0.9, 3), (0.99, 3)]:
        got = draw(probabilities, u)
        assert got == expected, (
            f"The pieces of {probabilities.tolist()} end at 0.25, 0.75, 0.875 and 1, so u = {u} "
            f"should draw token {expected}, not {got}."
        )


def test_borders_of_the_pieces():
    """sample_token: a left end belongs to the piece, and nothing is drawn at probability 0"""
    probabilities = np.array([0.25, 0.5, 0.25])
    for u, expected in [(0.25, 1), (0.75, 2)]:
        got = draw(probabilities, u)
        assert got == expected, (
            f"For {probabilities.tolist()}, u = {u} is where the piece of token {expected} "
            f"begins, so that token should be drawn, not {got}."
        )
    probabilities = np.array([0.0, 0.0, 0.5, 0.0, 0.5, 0.0])
    for u, expected in [(0.0, 2), (0.5, 4), (0.999, 4)]:
        got = draw(probabilities, u)
        assert got == expected, (
            f"For {probabilities.tolist()} and u = {u} token {expected} should be drawn, not "
            f"{got}. A token with probability 0 covers nothing, not even a point."
        )


def test_rounded_sums():
    """sample_token: a sum that ends a little below 1"""
    u = math.nextafter(1.0, 0.0)
    got = draw(np.array([0.4, 0.3, 0.3 - 1e-9]), u)
    assert got == 2, (
        f"The probabilities 0.4, 0.3, 0.299999999 end a little below 1, and u = {u!r} lies beyond "
        f"their end. There are only the ids 0, 1 and 2: the last should be drawn, not {got}."
    )
    got = draw(np.array([0.4, 0.3, 0.3 - 1e-9, 0.0, 0.0]), u)
    assert got == 2, (
        f"The probabilities 0.4, 0.3, 0.299999999, 0, 0 end a little below 1, and u = {u!r} lies "
        f"beyond their end. Token 2 is the last that is possible and should be drawn, not {got}."
    )


def test_frequencies():
    """sample_token: evenly spaced u draw each token as often as its probability says"""
    probabilities = np.array([0.1, 0.0, 0.6, 0.3])
    drawn = [draw(probabilities, (step + 0.5) / 100) for step in range(100)]
    assert len(set(drawn)) > 1, (
        f"For 100 different u, from 0.005 to 0.995, token {drawn[0]} is drawn every time."
    )
    counts = [drawn.count(token) for token in range(4)]
    assert counts == [10, 0, 60, 30], (
        f"Of 100 evenly spaced u, the tokens with {probabilities.tolist()} should be drawn 10, 0, "
        f"60 and 30 times, but yours are drawn {counts} times."
    )


def test_inputs_are_left_unchanged():
    """logits and probabilities are left unchanged"""
    logits, probabilities = np.array([2.0, -1.0, 0.5]), np.array([0.5, 0.25, 0.25])
    keep(logits, 2)
    draw(probabilities, 0.6)
    assert logits.tolist() == [2.0, -1.0, 0.5], (
        f"logits holds {logits.tolist()} after the call, not [2.0, -1.0, 0.5]: use a new array."
    )
    assert probabilities.tolist() == [0.5, 0.25, 0.25], (
        f"probabilities holds {probabilities.tolist()} after the call, not [0.5, 0.25, 0.25]."
    )
