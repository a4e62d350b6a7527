"""Hidden tests of multi-head-attention.

The oracle gives every head its own narrow matrices, as the paper does, and walks over the tokens
one by one; nothing in it is split or joined by a reshape.
"""

import math

import numpy as np
from solution import multi_head_attention


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def attend(x, weights, n_heads, **options):
    """Return the submission's output as a plain array of floats, once its form is right."""
    result = multi_head_attention(x, *weights, n_heads, **options)
    assert type(result) is np.ndarray, (
        f"multi_head_attention should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"The output should hold floats, not {result.dtype} values."
    assert result.shape == x.shape, (
        f"The output should have the shape of x, {x.shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def one_token(query, keys, values):
    """Return the mean of the values, weighted by the softmax of the scores of one query."""
    powers = [math.exp(float(query @ key) / math.sqrt(len(query))) for key in keys]
    return sum(p * value for p, value in zip(powers, values, strict=True)) / sum(powers)


def slowly(x, weights, n_heads, causal):
    """Compute the layer text by text, head by head and token by token."""
    width = x.shape[-1] // n_heads
    output = np.zeros(x.shape)
    for text, tokens in enumerate(x):
        for head in range(n_heads):
            columns = slice(head * width, (head + 1) * width)
            queries, keys, values = (tokens @ weight[:, columns] for weight in weights[:3])
            for i, query in enumerate(queries):
                seen = i + 1 if causal else len(tokens)
                taken = one_token(query, keys[:seen], values[:seen])
                output[text, i] += taken @ weights[3][columns]
    return output


def sample(seed, texts, tokens, width):
    """Return a batch, and four matrices of a size that keeps the scores small."""
    generator = np.random.default_rng(seed)
    weights = [generator.normal(size=(width, width)) / math.sqrt(width) for _ in range(4)]
    return generator.normal(size=(texts, tokens, width), scale=1.5), weights


def compare(seed, texts, tokens, width, n_heads, causal):
    """Return what to assert: if the submission agrees with the slow way, and a message."""
    x, weights = sample(seed, texts, tokens, width)
    got = attend(x, weights, n_heads, causal=causal)
    expected = slowly(x, weights, n_heads, causal)
    worst = np.unravel_index(np.argmax(np.abs(got - expected)), x.shape)
    index = tuple(int(i) for i in worst)
    message = f"For x of shape {x.shape}, {n_heads} heads and causal={causal}, the output at "
    message += f"index {index} should be {expected[worst]:.6g}, but it is {got[worst]:.6g}."
    return np.allclose(got, expected, rtol=1e-6, atol=1e-9), message


def test_two_tokens_by_hand():
    """two tokens and two heads, computed by hand"""
    x = np.array([[[2.0, 0.0], [0.0, 1.0]]])
    got = attend(x, [np.eye(2)] * 4, 2)
    high, higher = math.e / (1 + math.e), math.e**4 / (1 + math.e**4)
    assert np.isclose(got[0, 1, 0], 1.0, rtol=1e-6), (
        "In head 0 the second token's query is 0, so it should take the mean of the values 2 and "
        f"0, but it takes {got[0, 1, 0]:.4g}. Which columns belong to head 0?"
    )
    assert np.allclose(got, [[[2 * higher, 0.5], [1.0, high]]], rtol=1e-6), (
        "With identity matrices, head 0 has the queries, keys and values 2 and 0, and head 1 has "
        f"0 and 1. The scores of the first token in head 0 are 4 and 0, so its output there should "
        f"be {2 * higher:.4f}. The whole output is {np.round(got, 4).tolist()}."
    )


def test_two_tokens_causal_by_hand():
    """causal: the first token sees itself only"""
    x = np.array([[[2.0, 0.0], [0.0, 1.0]]])
    got = attend(x, [np.eye(2)] * 4, 2, causal=True)
    assert np.allclose(got[0, 0], [2.0, 0.0], rtol=1e-6, atol=1e-9), (
        "The first token sees nothing but its own values 2 and 0, so they should be its output, "
        f"but it is {np.round(got[0, 0], 4).tolist()}."
    )
    assert np.allclose(got[0, 1], [1.0, math.e / (1 + math.e)], rtol=1e-6), (
        "The second token sees both tokens, so its output should be [1, 0.7311], "
        f"but it is {np.round(got[0, 1], 4).tolist()}."
    )


def test_a_single_token():
    """a text of one token: the value matrix, then the output matrix"""
    x, weights = sample(71, 2, 1, 6)
    got = attend(x, [*weights[:3], np.eye(6)], 3)
    assert np.allclose(got, x @ weights[2], rtol=1e-6), (
        "A single token gives itself the weight 1. With the identity as w_out its output should "
        "be x @ w_value, but it is something else: from which side do you multiply?"
    )
    got = attend(x, weights, 3)
    assert np.allclose(got, x @ weights[2] @ weights[3], rtol=1e-6), (
        "A single token gives itself the weight 1, so its output should be x @ w_value @ w_out."
    )


def test_one_head():
    """one head: attention over the whole vectors"""
    for texts, tokens, width in [(1, 4, 5), (2, 3, 4)]:
        agrees, message = compare(72, texts, tokens, width, 1, causal=False)
        assert agrees, message + " With one head nothing is split: look at the attention itself."


def test_several_heads():
    """several heads: each attends for itself"""
    for texts, tokens, width, n_heads in [(1, 4, 6, 2), (2, 5, 6, 3), (3, 2, 4, 4)]:
        agrees, message = compare(73, texts, tokens, width, n_heads, causal=False)
        assert agrees, message


def test_several_heads_causal():
    """several heads, causal"""
    for texts, tokens, width, n_heads in [(2, 5, 6, 2), (1, 3, 8, 4)]:
        agrees, message = compare(74, texts, tokens, width, n_heads, causal=True)
        assert agrees, message


def test_later_tokens_do_not_leak():
    """causal: changing the last token changes no output before it"""
    x, weights = sample(75, 2, 5, 6)
    changed = x.copy()
    changed[:, -1] += 3.0
    before, after = (attend(batch, weights, 2, causal=True) for batch in (x, changed))
    moved = np.abs(after - before)[:, :-1].max()
    assert moved < 1e-9, (
        "After a change of the last token, an earlier token's output is another one: "
        f"it moved by {moved:.3g}. Something of the later token leaks."
    )
    before, after = (attend(batch, weights, 2) for batch in (x, changed))
    assert np.abs(after - before)[:, 0].min() > 1e-9, (
        "By default the layer is not causal: a change of the last token should be felt by the "
        "first one."
    )


def test_order_of_the_tokens_does_not_matter():
    """not causal: shuffled tokens have the same outputs, shuffled"""
    x, weights = sample(76, 2, 5, 6)
    order = [3, 0, 4, 1, 2]
    expected = attend(x, weights, 3)[:, order]
    got = attend(x[:, order], weights, 3)
    assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
        "Attention does not know the order of the tokens, so the same tokens in another order "
        "should have the same outputs in that order."
    )


def test_heads_do_not_disturb_each_other():
    """another query matrix for head 0 leaves the other heads alone"""
    x, weights = sample(77, 1, 4, 6)
    weights[3] = np.eye(6)
    before = attend(x, weights, 3)
    weights[0] = weights[0].copy()
    weights[0][:, :2] *= -3.0
    moved = np.abs(attend(x, weights, 3) - before)
    assert moved[..., 2:].max() < 1e-9, (
        "Columns 0 and 1 of w_query belong to head 0. With the identity as w_out, changing them "
        f"should leave columns 2 to 5 of the output alone, but one moved by {moved.max():.3g}."
    )


def test_large_scores():
    """large scores: finite numbers"""
    x = np.array([[[1000.0, 0.0], [-1000.0, 1.0], [0.5, 0.0]]])
    for causal in (False, True):
        got = attend(x, [np.eye(2)] * 4, 2, causal=causal)
        assert np.all(np.isfinite(got)), (
            f"With scores of a million and causal={causal}, the output is {got.tolist()}. "
            "What may be subtracted from a row of scores before np.exp?"
        )
        assert np.allclose(got[0, :2, 0], [1000.0, -1000.0], rtol=1e-6), (
            "In head 0 the first two tokens have by far the largest score with themselves, so "
            f"they should take their own values, 1000 and -1000, not {got[0, :2, 0].tolist()}."
        )


def test_inputs_are_left_unchanged():
    """x and the matrices are left unchanged"""
    x, weights = sample(78, 2, 3, 4)
    arrays = [x, *weights]
    before = [array.copy() for array in arrays]
    attend(x, weights, 2, causal=True)
    names = ("x", "w_query", "w_key", "w_value", "w_out")
    for name, now, then in zip(names, arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
