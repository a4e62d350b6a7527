"""Hidden tests of causal-mask.

The oracle collects the allowed scores of a row in a list and never sees the hidden ones.
"""

import math

import numpy as np
from solution import causal_mask, masked_softmax


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def mask_of(length):
    """Return the submission's mask as a copy, once its form is right."""
    mask = causal_mask(length)
    assert type(mask) is np.ndarray, (
        f"causal_mask should return a NumPy array, but it returned {kind_of(mask)}."
    )
    assert mask.dtype == np.dtype(bool), f"The mask should hold bools, but it holds {mask.dtype}."
    assert mask.shape == (length, length), (
        f"For {length} tokens the mask should have the shape {(length, length)}, "
        f"but the shape is {mask.shape}."
    )
    return np.array(mask)


def weights_of(scores, mask):
    """Return the submission's weights as a copy, once their form is right."""
    weights = masked_softmax(scores, mask)
    assert type(weights) is np.ndarray, (
        f"masked_softmax should return a NumPy array, but it returned {kind_of(weights)}."
    )
    assert weights.dtype.kind == "f", f"The weights should be floats, not {weights.dtype} values."
    assert weights.shape == scores.shape, (
        f"The weights should have the shape of the scores, {scores.shape}, not {weights.shape}."
    )
    return np.array(weights, dtype=float)


def slow_row(scores, allowed):
    """Compute one row of weights from the allowed scores alone."""
    kept = [score for score, keep in zip(scores, allowed, strict=True) if keep]
    total = sum(math.exp(score) for score in kept)
    pairs = zip(scores, allowed, strict=True)
    return [math.exp(score) / total if keep else 0.0 for score, keep in pairs]


def sample(seed, shape):
    """Return scores, and a mask that hides about half of each row, but never all of it."""
    generator = np.random.default_rng(seed)
    mask = generator.random(shape[-2:]) < 0.5
    mask[:, 0] |= ~mask.any(axis=1)
    return generator.normal(size=shape, scale=2), mask


def test_mask_of_four_tokens():
    """causal_mask: the mask of four tokens"""
    got = mask_of(4)
    assert got[1, 0], "Row 1, column 0 is the second token looking back at the first: allowed."
    assert got[0, 0], "Row 0, column 0 is the first token looking at itself, which is allowed."
    expected = [[j <= i for j in range(4)] for i in range(4)]
    assert got.tolist() == expected, (
        "The mask of four tokens should be True in the lower triangle and on the diagonal, "
        f"but yours is {got.tolist()}."
    )


def test_mask_of_other_lengths():
    """causal_mask: any length, and each row allows one token more"""
    for length in [1, 2, 9]:
        got = mask_of(length)
        counts = got.sum(axis=1).tolist()
        assert counts == list(range(1, length + 1)), (
            f"Of {length} tokens, the first should see 1 and the last {length}, "
            f"but your rows allow {counts}."
        )
        assert not np.any(got[np.triu_indices(length, k=1)]), (
            f"In the mask of {length} tokens, some token sees one that comes after it."
        )


def test_worked_weights():
    """masked_softmax: a row computed by hand"""
    scores = np.array([[math.log(2), math.log(6), math.log(8), 5.0]])
    got = weights_of(scores, np.array([[True, True, False, False]]))
    assert np.allclose(got.sum(), 1.0, rtol=1e-6), (
        f"The weights of the row should add up to 1, but they add up to {got.sum():.4g}. Do the "
        "hidden scores still have a share in the sum?"
    )
    assert np.allclose(got, [[0.25, 0.75, 0.0, 0.0]], rtol=1e-6, atol=1e-9), (
        "The allowed scores ln 2 and ln 6 have the exponentials 2 and 6, so the weights should be "
        f"[0.25, 0.75, 0, 0], but yours are {np.round(got[0], 4).tolist()}."
    )


def test_matches_a_softmax_of_the_allowed_scores():
    """masked_softmax: any mask, any axes in front"""
    for shape in [(4, 6), (5, 2), (2, 3, 4, 5), (1, 1)]:
        scores, mask = sample(51, shape)
        got = weights_of(scores, mask)
        for index in np.ndindex(shape[:-1]):
            expected = slow_row(scores[index].tolist(), mask[index[-1]].tolist())
            assert np.allclose(got[index], expected, rtol=1e-6, atol=1e-9), (
                f"For scores of shape {shape}, row {index} should hold the softmax of its allowed "
                f"scores, {np.round(expected, 4).tolist()}, not {np.round(got[index], 4).tolist()}."
            )


def test_hidden_weights_are_exactly_zero():
    """masked_softmax: a hidden weight is exactly 0"""
    scores, mask = sample(52, (3, 6, 8))
    got = weights_of(scores, mask)
    assert np.all(got[:, ~mask] == 0), (
        f"A hidden weight is {np.abs(got[:, ~mask]).max():.3g}. It should be exactly 0, or a "
        "little of the hidden token leaks through."
    )
    assert np.all(got[:, mask] > 0), "An allowed weight is 0 or negative, with ordinary scores."


def test_hidden_scores_have_no_influence():
    """masked_softmax: other scores in the hidden places change nothing"""
    scores, mask = sample(53, (2, 5, 5))
    expected = weights_of(scores, mask)
    for other in [30.0, -30.0]:
        got = weights_of(np.where(mask, scores, other), mask)
        assert np.allclose(got, expected, rtol=1e-9, atol=0), (
            f"With {other} in all the hidden places the weights are not the same any more: "
            "something of the hidden scores leaks into the allowed weights."
        )


def test_large_hidden_scores():
    """masked_softmax: a hidden score that is far above the allowed ones"""
    got = weights_of(np.array([[1.0, 1e12, 1.0]]), np.array([[True, False, True]]))
    assert np.all(np.isfinite(got)), (
        f"With a hidden score of 1e12 the weights are {got.tolist()}. Which scores may a row's "
        "maximum be taken from?"
    )
    assert np.allclose(got, [[0.5, 0.0, 0.5]], rtol=1e-6), (
        f"Both allowed scores are 1, so the weights should be [0.5, 0, 0.5], not {got.tolist()}."
    )


def test_large_allowed_scores():
    """masked_softmax: allowed scores that are very large or very negative"""
    got = weights_of(np.array([[1e6, 1e6, 5.0]]), np.array([[True, True, False]]))
    assert np.allclose(got, [[0.5, 0.5, 0.0]], rtol=1e-6), (
        "Two equal allowed scores of a million should share the weight, "
        f"but the weights are {got.tolist()}. Does np.exp overflow?"
    )
    got = weights_of(np.array([[-1e12, 5.0, -1e12]]), np.array([[True, False, True]]))
    assert np.allclose(got, [[0.5, 0.0, 0.5]], rtol=1e-6), (
        f"Two equal allowed scores of -1e12 should share the weight, but the weights are "
        f"{got.tolist()}. Is what you put in the hidden places below every possible score?"
    )
    got = weights_of(np.array([[-9e5, -9e5], [3.0, 9e5]]), np.array([[True, True], [True, False]]))
    assert np.allclose(got, [[0.5, 0.5], [1.0, 0.0]], rtol=1e-6), (
        "Two rows whose scores are far apart should not disturb each other: the weights should be "
        f"[[0.5, 0.5], [1, 0]], but they are {got.tolist()}."
    )


def test_inputs_are_left_unchanged():
    """masked_softmax: scores and mask are left unchanged"""
    scores, mask = sample(54, (2, 3, 4))
    scores_before, mask_before = scores.copy(), mask.copy()
    weights_of(scores, mask)
    assert np.array_equal(scores, scores_before), (
        "scores holds other numbers after the call. The caller may need it: use a new array."
    )
    assert np.array_equal(mask, mask_before), (
        "mask holds other values after the call. The caller still needs it: use a new array."
    )
