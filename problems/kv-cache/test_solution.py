"""Hidden tests of kv-cache.

The oracle computes the whole text at once, one token at a time, and knows nothing of blocks.
"""

import math

import numpy as np
from solution import CachedAttention


def kind_of(value):
    """Name a value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain_array(array, shape, name):
    """Return an array of the submission as a copy in plain floats, once its form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind == "f", f"{name} should hold floats, not {array.dtype} values."
    assert array.shape == shape, f"{name} should have the shape {shape}, not {array.shape}."
    return np.array(array, dtype=float)


def sample(seed, tokens, width, head_width):
    """Return the vectors of a text and the three matrices."""
    generator = np.random.default_rng(seed)
    matrices = [generator.normal(size=(width, head_width)) for _ in range(3)]
    return generator.normal(size=(tokens, width)), matrices


def slowly(x, matrices):
    """Compute causal attention over the whole text, one token at a time."""
    queries, keys, values = (x @ matrix for matrix in matrices)
    outputs = []
    for position, query in enumerate(queries):
        seen = list(zip(keys, values, strict=True))[: position + 1]
        powers = [math.exp(float(query @ key) / math.sqrt(len(query))) for key, _ in seen]
        taken = sum(power * value for power, (_, value) in zip(powers, seen, strict=True))
        outputs.append(taken / sum(powers))
    return np.array(outputs)


def feed(attention, x, blocks):
    """Feed the text in blocks of these sizes, and return all the outputs."""
    outputs, start = [], 0
    for size in blocks:
        output = attention.forward(x[start : start + size])
        width = attention.keys.shape[1]
        outputs.append(plain_array(output, (size, width), "What forward returns"))
        start += size
    return np.concatenate(outputs)


def compare(seed, blocks, width, head_width):
    """Assert that blocks of these sizes give the outputs of the whole text."""
    x, matrices = sample(seed, sum(blocks), width, head_width)
    got, expected = feed(CachedAttention(*matrices), x, blocks), slowly(x, matrices)
    wrong = np.flatnonzero(~np.isclose(got, expected, rtol=1e-6, atol=1e-9).all(axis=1)).tolist()
    message = f"For a text in blocks of {blocks} tokens, the outputs at the positions {wrong} are "
    return not wrong, message + "not those of causal attention over the whole text."


def test_two_tokens_by_hand():
    """two tokens one after the other, computed by hand"""
    attention = CachedAttention(
        np.eye(4), np.eye(4), np.array([[8.0], [4.0], [0], [0]]) * np.ones(4)
    )
    first = plain_array(attention.forward(np.array([[2.0, 0, 0, 0]])), (1, 4), "The first output")
    assert np.allclose(first, 16.0, rtol=1e-6), (
        f"The first token sees only its own value, 16 four times, but its output is {first}."
    )
    x = np.array([[math.log(3), 0.0, 0, 0]])
    second = plain_array(attention.forward(x), (1, 4), "The second output")
    high, low = 3.0, math.exp(math.log(3) ** 2 / 2)
    expected = (high * 16 + low * 8 * math.log(3)) / (high + low)
    assert np.allclose(second, expected, rtol=1e-6), (
        "The second token's scores are 2 ln 3 with the first one and the square of ln 3 with "
        f"itself, both over the root of 4, so its output should be {expected:.6g} four times, "
        f"but it is {second[0].tolist()}."
    )


def test_one_token_at_a_time():
    """one token at a time: the outputs of the whole text"""
    for tokens, width, head_width in [(1, 3, 2), (6, 4, 3), (5, 2, 5)]:
        right, message = compare(151, [1] * tokens, width, head_width)
        assert right, message


def test_a_prompt_in_one_block():
    """a whole prompt at once is causal, too"""
    for tokens in (2, 7):
        right, message = compare(152, [tokens], 4, 3)
        assert right, message + " Which tokens may see which within a block?"


def test_any_blocks():
    """a prompt, then blocks of any size"""
    for blocks in ([3, 1, 1], [1, 4], [2, 3, 4]):
        right, message = compare(153, blocks, 4, 2)
        assert right, message + " Where does the triangle begin after the first block?"


def test_stored_keys_and_values():
    """keys and values hold one row for each token so far"""
    x, matrices = sample(154, 5, 4, 3)
    attention = CachedAttention(*matrices)
    plain_array(attention.keys, (0, 3), "keys before the first forward")
    plain_array(attention.values, (0, 3), "values before the first forward")
    feed(attention, x, [2, 1, 2])
    for name, matrix in (("keys", matrices[1]), ("values", matrices[2])):
        got = plain_array(getattr(attention, name), (5, 3), f"{name} after five tokens")
        assert np.allclose(got, x @ matrix, rtol=1e-6), (
            f"After five tokens, {name} should hold their {name} in the order of the text."
        )


def test_the_past_is_read_from_the_cache():
    """forward attends to what is stored"""
    x, matrices = sample(155, 3, 4, 2)
    attention = CachedAttention(*matrices)
    feed(attention, x, [3])
    attention.values = np.full((3, 2), 8.0)
    got = feed(attention, np.zeros((1, 4)), [1])
    assert np.allclose(got, 6.0, rtol=1e-6), (
        "The stored values were replaced by 8, and a token of zeros has equal weights for all 4 "
        f"tokens and the value 0, so its output should be 6, but it is {got[0].tolist()}. Are the "
        "old values computed again?"
    )


def test_later_tokens_change_nothing_before():
    """keys and values of old tokens stay, whatever comes later"""
    x, matrices = sample(156, 4, 4, 3)
    attention = CachedAttention(*matrices)
    feed(attention, x, [3])
    before = attention.keys.copy(), attention.values.copy()
    feed(attention, x[3:] * 50, [1])
    for name, then in zip(("keys", "values"), before, strict=True):
        assert np.array_equal(getattr(attention, name)[:3], then), (
            f"The first three rows of {name} changed when a fourth token came."
        )


def test_two_texts():
    """two objects know nothing of each other"""
    x, matrices = sample(157, 4, 3, 2)
    first, second = CachedAttention(*matrices), CachedAttention(*matrices)
    feed(first, x, [1, 2])
    got = feed(second, x[2:], [1, 1])
    assert np.allclose(got, slowly(x[2:], matrices), rtol=1e-6), (
        "A second text, in an object of its own, should begin empty, but its outputs are not "
        "those of its own tokens."
    )


def test_large_scores():
    """large scores: finite numbers"""
    attention = CachedAttention(np.eye(1) * 1e6, np.eye(1), np.eye(1))
    got = feed(attention, np.array([[1.0], [-1.0], [0.0], [0.5]]), [3, 1])
    assert np.allclose(got, [[1.0], [-1.0], [0.0], [1.0]], rtol=0, atol=1e-6), (
        "With scores of a million the first, second and fourth query should take the value of "
        "their best key, 1, -1 and 1, and the third the mean, 0, but the outputs are "
        f"{got.ravel().tolist()}. Does np.exp overflow, or a whole row underflow?"
    )


def test_inputs_are_left_unchanged():
    """x and the matrices are left unchanged"""
    x, matrices = sample(158, 4, 3, 2)
    arrays = [x, *matrices]
    before = [array.copy() for array in arrays]
    feed(CachedAttention(*matrices), x, [3, 1])
    for name, now, then in zip(("x", "w_query", "w_key", "w_value"), arrays, before, strict=True):
        assert np.array_equal(now, then), f"{name} holds other numbers after the calls."
