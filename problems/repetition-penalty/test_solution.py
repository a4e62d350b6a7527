"""Hidden tests of repetition-penalty.

Penalties are powers of two where results are compared exactly. Logits of both signs have tests of
their own, since that is where penalties go wrong.
"""

import numpy as np
from solution import penalize_repetition


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def penalize(logits, previous_ids, penalty):
    """Return the submission's logits as plain floats, once their form is right."""
    result = penalize_repetition(logits, previous_ids, penalty)
    assert type(result) is np.ndarray, (
        f"penalize_repetition should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"Logits should be floats, not {result.dtype} values."
    assert result.shape == logits.shape, (
        f"The result should have the shape of the logits, {logits.shape}, not {result.shape}."
    )
    return np.array(result, dtype=float)


def slowly(logits, previous_ids, penalty):
    """Penalise on a plain list, one token at a time."""
    result = logits.tolist()
    for token in set(previous_ids):
        if result[token] > 0:
            result[token] /= penalty
        else:
            result[token] *= penalty
    return result


def test_positive_logits():
    """positive logits of tokens that occurred become smaller"""
    got = penalize(np.array([8.0, 2.0, 6.0, 1.0]), [2, 0], 4.0)
    assert got[2] < 6.0, f"Token 2 occurred, but its logit goes from 6 to {got[2]:.4g}."
    assert got.tolist() == [2.0, 2.0, 1.5, 1.0], (
        "Tokens 0 and 2 occurred, with the logits 8 and 6 and a penalty of 4: the result should "
        f"be [2, 2, 1.5, 1], but it is {got.tolist()}."
    )


def test_negative_logits():
    """negative logits of tokens that occurred become smaller, too"""
    got = penalize(np.array([-8.0, 2.0, -0.5, -1.0]), [0, 2], 4.0)
    assert np.all(got[[0, 2]] < [-8.0, -0.5]), (
        "Tokens 0 and 2 occurred, so their logits -8 and -0.5 should become smaller, but they "
        f"become {got[[0, 2]].tolist()}. Is -2 smaller or larger than -8?"
    )
    assert got.tolist() == [-32.0, 2.0, -2.0, -1.0], (
        f"With a penalty of 4 the result should be [-32, 2, -2, -1], but it is {got.tolist()}."
    )


def test_zero_stays_zero():
    """a logit of 0 has nothing to divide or multiply"""
    got = penalize(np.array([0.0, 1.0, 0.0]), [0], 2.0)
    assert got.tolist() == [0.0, 1.0, 0.0], (
        f"A logit of 0 should stay 0, but the result is {got.tolist()}."
    )


def test_repeated_ids():
    """a token that occurred several times is penalised once"""
    logits = np.array([4.0, -4.0, 16.0])
    once = penalize(logits, [0, 1], 2.0)
    got = penalize(logits, [0, 1, 0, 1, 1, 0], 2.0)
    assert np.array_equal(got, once), (
        f"Tokens 0 and 1 occurred three times each, which should be no worse than once, "
        f"{once.tolist()}, but the result is {got.tolist()}."
    )


def test_no_previous_tokens():
    """an empty text changes nothing, and gives a new array"""
    logits = np.array([1.5, -2.0, 0.0])
    result = penalize_repetition(logits, [], 1.5)
    got = penalize(logits, [], 1.5)
    assert got.tolist() == [1.5, -2.0, 0.0], (
        f"Nothing has occurred, so the logits should stay [1.5, -2, 0], not {got.tolist()}."
    )
    assert not np.shares_memory(result, logits), (
        "Also when nothing is penalised, the result should be a new array, not logits itself."
    )


def test_penalty_of_one():
    """a penalty of 1 changes nothing"""
    logits = np.array([1.5, -2.0, 0.25, 7.0])
    got = penalize(logits, [3, 1, 0], 1.0)
    assert got.tolist() == logits.tolist(), (
        f"With a penalty of 1 the logits should stay {logits.tolist()}, not {got.tolist()}."
    )


def test_matches_the_slow_way():
    """any logits, any text, any penalty"""
    generator = np.random.default_rng(131)
    for size, length, penalty in [(1, 1, 1.3), (7, 4, 1.2), (20, 30, 2.5), (50, 9, 1.05)]:
        logits = generator.normal(size=size, scale=4)
        ids = [int(token) for token in generator.integers(0, size, size=length)]
        got, expected = penalize(logits, ids, penalty), np.array(slowly(logits, ids, penalty))
        assert np.allclose(got, expected, rtol=1e-9, atol=0), (
            f"For {size} tokens, the text {ids} and a penalty of {penalty}, token "
            f"{int(np.argmax(np.abs(got - expected)))} has the wrong logit."
        )
        others = np.setdiff1d(np.arange(size), ids)
        assert np.array_equal(got[others], logits[others]), (
            "A token that has not occurred should keep its logit exactly."
        )


def test_first_and_last_token():
    """id 0 and the last id are tokens like all others"""
    got = penalize(np.array([2.0, 2.0, 2.0]), [0], 2.0)
    assert got.tolist() == [1.0, 2.0, 2.0], f"Token 0 alone occurred, but {got.tolist()} came out."
    got = penalize(np.array([2.0, 2.0, 2.0]), [2], 2.0)
    assert got.tolist() == [2.0, 2.0, 1.0], f"Token 2 alone occurred, but {got.tolist()} came out."


def test_inputs_are_left_unchanged():
    """logits and previous_ids are left unchanged"""
    logits, previous_ids = np.array([3.0, -1.0, 2.0]), [2, 1, 2]
    penalize(logits, previous_ids, 2.0)
    assert logits.tolist() == [3.0, -1.0, 2.0], (
        f"logits holds {logits.tolist()} after the call, not [3, -1, 2]: use a new array."
    )
    assert previous_ids == [2, 1, 2], f"previous_ids is {previous_ids} now, but it was [2, 1, 2]."
