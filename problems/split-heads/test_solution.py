"""Hidden tests of split-heads.

The oracles place every single number by its index, so no reshape is compared with another one.
"""

import numpy as np
from solution import join_heads, split_heads

SIZES = [(2, 3, 8, 4), (3, 5, 6, 2), (1, 2, 9, 3), (2, 4, 5, 1), (2, 1, 4, 4)]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def array_of(result, shape, name):
    """Return a result as a plain array of floats, a copy, once its form is right."""
    assert type(result) is np.ndarray, (
        f"{name} should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"{name} should return floats, not {result.dtype} values."
    assert result.shape == shape, (
        f"{name} should return an array of shape {shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def batch_and_heads(texts, tokens, width, n_heads):
    """Return a batch of numbers that are all different, and its heads, placed one by one."""
    x = np.random.default_rng(61).permutation(texts * tokens * width) + 0.5
    x = x.reshape(texts, tokens, width)
    piece = width // n_heads
    heads = np.empty((texts, n_heads, tokens, piece))
    for text, head, token, entry in np.ndindex(heads.shape):
        heads[text, head, token, entry] = x[text, token, head * piece + entry]
    return x, heads


def test_two_tokens_and_two_heads():
    """split_heads: two tokens in two heads, by hand"""
    x = np.array([[[1.0, -2.0, 3.0, 0.5, 9.0, 7.0], [5.0, 6.0, -7.0, 8.0, 0.0, 4.0]]])
    got = array_of(split_heads(x, 2), (1, 2, 2, 3), "split_heads")
    assert got[0, 0, 0].tolist() == [1.0, -2.0, 3.0], (
        "The first token's vector is [1, -2, 3, 0.5, 9, 7], and head 0 should get its first half, "
        f"but it gets {got[0, 0, 0].tolist()}."
    )
    assert got[0, 0, 1].tolist() == [5.0, 6.0, -7.0], (
        "Head 0 should get the first half of the second token, [5, 6, -7], as well, but it gets "
        f"{got[0, 0, 1].tolist()}. A head has a piece of every token."
    )
    assert got[0, 1].tolist() == [[0.5, 9.0, 7.0], [8.0, 0.0, 4.0]], (
        "Head 1 should get the second halves, [0.5, 9, 7] and [8, 0, 4], "
        f"but it gets {got[0, 1].tolist()}."
    )


def test_split_puts_every_number_in_its_place():
    """split_heads: every number lands in its head, at its token"""
    for texts, tokens, width, n_heads in SIZES:
        x, expected = batch_and_heads(texts, tokens, width, n_heads)
        got = array_of(split_heads(x, n_heads), expected.shape, "split_heads")
        assert np.array_equal(got, expected), (
            f"For a batch of shape {x.shape} and {n_heads} heads, heads[b, h, t, k] should be "
            f"x[b, t, h * {width // n_heads} + k], but {np.sum(got != expected)} of {x.size} "
            "numbers are elsewhere."
        )


def test_join_puts_every_number_in_its_place():
    """join_heads: the pieces of a token stand side by side, in the order of the heads"""
    for texts, tokens, width, n_heads in SIZES:
        expected, heads = batch_and_heads(texts, tokens, width, n_heads)
        got = array_of(join_heads(heads), expected.shape, "join_heads")
        piece = width // n_heads
        assert np.array_equal(got[0, 0, :piece], heads[0, 0, 0]), (
            f"The first token's vector should begin with its whole piece from head 0, "
            f"{heads[0, 0, 0].tolist()}, but it begins with {got[0, 0, :piece].tolist()}."
        )
        assert np.array_equal(got, expected), (
            f"For heads of shape {heads.shape}, the vector of token t should be the pieces "
            f"heads[b, 0, t], heads[b, 1, t] and so on, one after the other, but "
            f"{np.sum(got != expected)} of {got.size} numbers are elsewhere."
        )


def test_join_undoes_split():
    """joining what was split gives the batch back"""
    for texts, tokens, width, n_heads in SIZES:
        x, _ = batch_and_heads(texts, tokens, width, n_heads)
        got = array_of(join_heads(split_heads(x, n_heads)), x.shape, "join_heads")
        assert np.array_equal(got, x), (
            f"A batch of shape {x.shape}, split into {n_heads} heads and joined again, should be "
            "as it was before."
        )


def test_uneven_pieces_are_refused():
    """split_heads: a number of heads that does not divide the width raises ValueError"""
    for shape, n_heads in [((2, 3, 8), 3), ((1, 4, 6), 4), ((3, 2, 2), 3), ((4, 3, 6), 4)]:
        refused = False
        try:
            split_heads(np.ones(shape), n_heads)
        except ValueError:
            refused = True
        assert refused, (
            f"Vectors of {shape[-1]} entries cannot be cut into {n_heads} pieces of one size: "
            "split_heads should raise ValueError."
        )


def test_inputs_are_left_unchanged():
    """x and heads are left unchanged"""
    x, heads = batch_and_heads(2, 3, 6, 2)
    x_before, heads_before = x.copy(), heads.copy()
    array_of(split_heads(x, 2), heads.shape, "split_heads")
    array_of(join_heads(heads), x.shape, "join_heads")
    assert x.shape == x_before.shape and np.array_equal(x, x_before), (
        "x is not the same array after split_heads. The caller still needs it as it was."
    )
    assert heads.shape == heads_before.shape and np.array_equal(heads, heads_before), (
        "heads is not the same array after join_heads. The caller still needs it as it was."
    )
