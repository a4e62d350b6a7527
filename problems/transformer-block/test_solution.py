"""Hidden tests of transformer-block.

Parts are switched off by weights of zero, so that each half is tested alone. The oracle computes
one token at a time, with statistics and math on single vectors.
"""

import math
import statistics

import numpy as np
from solution import gelu, transformer_block


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


def block(x, weights, n_heads):
    """Return the submission's output of the block, once its form is right."""
    return array_of(transformer_block(x, weights, n_heads), x.shape, "transformer_block")


def sample(seed, shape, wide):
    """Return a batch and random weights, none of which is left out by being 0 or 1."""
    generator = np.random.default_rng(seed)
    width = shape[-1]
    weights = {}
    for name in ("w_query", "w_key", "w_value", "w_out"):
        weights[name] = generator.normal(size=(width, width)) / math.sqrt(width)
    for name, rows, columns in (("up", width, wide), ("down", wide, width)):
        weights[f"w_{name}"] = generator.normal(size=(rows, columns)) / math.sqrt(rows)
        weights[f"b_{name}"] = generator.normal(size=columns)
    for name in ("norm1", "norm2"):
        weights[f"{name}_gain"] = generator.uniform(0.5, 2.0, width)
        weights[f"{name}_bias"] = generator.normal(size=width)
    return generator.normal(size=shape, scale=2.0, loc=0.5), weights


def without(weights, *names):
    """Return the weights with some of them replaced by zeros."""
    return weights | {name: np.zeros_like(weights[name]) for name in names}


def slow_gelu(z):
    """Compute GELU of one number."""
    return 0.5 * z * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z * z * z)))


def slow_norm(vector, weights, name):
    """Normalise one vector."""
    entries = vector.tolist()
    root = math.sqrt(statistics.pvariance(entries) + 1e-5)
    plain = np.array([(entry - statistics.fmean(entries)) / root for entry in entries])
    return plain * weights[f"{name}_gain"] + weights[f"{name}_bias"]


def slow_network(vector, weights):
    """Compute the second half's network for one vector."""
    wide = [slow_gelu(float(z)) for z in vector @ weights["w_up"] + weights["b_up"]]
    return np.array(wide) @ weights["w_down"] + weights["b_down"]


def slow_attention(vectors, weights, n_heads):
    """Compute what the last of some vectors takes from all of them."""
    width = len(vectors[-1]) // n_heads
    taken = np.zeros(len(vectors[-1]))
    for head in range(n_heads):
        columns = slice(head * width, (head + 1) * width)
        query = vectors[-1] @ weights["w_query"][:, columns]
        keys = [vector @ weights["w_key"][:, columns] for vector in vectors]
        values = [vector @ weights["w_value"][:, columns] for vector in vectors]
        powers = [math.exp(float(query @ key) / math.sqrt(width)) for key in keys]
        mean = sum(p * v for p, v in zip(powers, values, strict=True)) / sum(powers)
        taken += mean @ weights["w_out"][columns]
    return taken


def slowly(x, weights, n_heads):
    """Compute the block one token at a time."""
    output = np.zeros(x.shape)
    for text, tokens in enumerate(x):
        normed = [slow_norm(token, weights, "norm1") for token in tokens]
        for i, token in enumerate(tokens):
            h = token + slow_attention(normed[: i + 1], weights, n_heads)
            output[text, i] = h + slow_network(slow_norm(h, weights, "norm2"), weights)
    return output


def agree(x, weights, n_heads, text):
    """Return if the submission agrees with the slow way, and a message that begins with text."""
    got, expected = block(x, weights, n_heads), slowly(x, weights, n_heads)
    worst = np.unravel_index(np.argmax(np.abs(got - expected)), x.shape)
    index = tuple(int(i) for i in worst)
    message = f"{text} (x of shape {x.shape}, {n_heads} heads), the output at index {index} "
    message += f"should be {expected[worst]:.6g}, but it is {got[worst]:.6g}."
    return np.allclose(got, expected, rtol=1e-6, atol=1e-8), message


def test_gelu_values():
    """gelu: values computed by hand"""
    for z, expected in [(1.0, 0.8411920), (-1.0, -0.1588080), (3.0, 2.9963627), (0.0, 0.0)]:
        got = array_of(gelu(np.array([[z]])), (1, 1), "gelu").item()
        assert abs(got - expected) < 0.05, f"GELU of {z} should be {expected}, but it is {got:.7f}."
        assert abs(got - expected) < 0.007, (
            f"GELU of {z} should be {expected}, but it is {got:.7f}. Is every term there?"
        )
        assert abs(got - expected) < 1e-6, (
            f"GELU of {z} should be {expected}, but it is {got:.7f}: close, but another version of "
            "GELU. The tanh form is asked for, with its constants."
        )


def test_gelu_far_from_zero():
    """gelu: its argument far to the right, 0 far to the left, and z between the two sides"""
    z = np.array([0.3, 1.7, 2.5, 30.0, 1000.0])
    right, left = (array_of(gelu(sign * z), (5,), "gelu") for sign in (1.0, -1.0))
    assert np.allclose(right - left, z, rtol=1e-6), (
        "GELU of z minus GELU of -z should be z for every z, "
        f"but for {z.tolist()} it is {(right - left).tolist()}."
    )
    assert np.allclose(left[3:], 0.0, rtol=0, atol=1e-9), (
        f"GELU of -30 and of -1000 should be 0, but yours are {left[3:].tolist()}."
    )


def test_nothing_to_add():
    """with both last matrices zero, the block returns its input"""
    x, weights = sample(91, (2, 3, 4), 6)
    got = block(x, without(weights, "w_out", "w_down", "b_down"), 2)
    assert np.abs(got).max() > 1e-9, (
        "Attention and network both come out as 0 here, and so does your block: "
        "one of the additions is missing."
    )
    assert np.allclose(got, x, rtol=1e-6), (
        "Attention and network both come out as 0 here, so the block should return x itself. "
        "Is there anything but an addition on the way from x to the output?"
    )


def test_attention_half_alone():
    """the first half alone: x + attention of the normalised x"""
    x, weights = sample(92, (1, 1, 4), 5)
    weights = without(weights, "w_down", "b_down")
    right, message = agree(x, weights, 1, "With the network switched off")
    assert np.abs(block(x, weights, 1)).max() > 1e-9, (
        "With the network switched off, the block returns zeros: what the first half found is lost."
    )
    assert right, message + " A single token attends to itself only."
    x, weights = sample(92, (2, 4, 6), 5)
    weights = without(weights, "w_down", "b_down")
    right, message = agree(x, weights, 3, "With the network switched off")
    assert right, message


def test_network_half_alone():
    """the second half alone: x + network of the normalised x"""
    x, weights = sample(93, (2, 3, 4), 16)
    weights = without(weights, "w_out")
    got = block(x, without(weights, "norm2_gain", "norm2_bias"), 2)
    assert np.abs(got).max() > 1e-9, (
        "With the gain and bias of the second norm zero, your block returns zeros. The norm is "
        "for what the network reads, not for what the block returns."
    )
    assert np.allclose(block(x, without(weights, "w_down"), 2), x + weights["b_down"]), (
        "With attention switched off and w_down zero, the network's output is b_down for every "
        "token, so the block should return x + b_down."
    )
    for shape, wide in [((1, 1, 4), 3), ((2, 3, 4), 16)]:
        x, weights = sample(93, shape, wide)
        right, message = agree(x, without(weights, "w_out"), 2, "With attention switched off")
        assert right, message


def test_whole_block():
    """the whole block, for several sizes"""
    for shape, wide, n_heads in [((2, 4, 6), 24, 2), ((1, 5, 4), 3, 4), ((3, 1, 1), 2, 1)]:
        x, weights = sample(94, shape, wide)
        right, message = agree(x, weights, n_heads, "In the whole block")
        assert right, message + " The halves alone are tested as well: see whether they pass."


def test_a_constant_passes_through():
    """a number added to all entries of a token comes out as it went in"""
    x, weights = sample(95, (2, 3, 4), 8)
    expected = block(x, weights, 2) + 5.0
    got = block(x + 5.0, weights, 2)
    assert np.allclose(got, expected, rtol=1e-6), (
        "Both norms remove a number that is added to all entries of x, and the two additions "
        "carry it to the output: x + 5 should give the output of x, plus 5."
    )


def test_later_tokens_do_not_leak():
    """changing the last token changes no output before it"""
    x, weights = sample(96, (2, 5, 4), 8)
    changed = x.copy()
    changed[:, -1] += np.array([1.0, -2.0, 0.0, 3.0])
    moved = np.abs(block(changed, weights, 2) - block(x, weights, 2))
    assert moved[:, -1].max() > 1e-6, "The last token was changed, but its output is the same."
    assert moved[:, :-1].max() < 1e-9, (
        "After a change of the last token, an earlier token's output moved by "
        f"{moved[:, :-1].max():.3g}. A GPT's tokens do not see those after them."
    )


def test_large_scores():
    """large scores: finite numbers"""
    x, weights = sample(98, (1, 4, 4), 8)
    weights["w_query"] = weights["w_query"] * np.array([1e5, 1e5, 1.0, 1.0])
    got = block(x, weights, 2)
    assert np.all(np.isfinite(got)), (
        "With scores of about 100000 the output holds numbers that are not finite. What may be "
        "subtracted from a row of scores before np.exp?"
    )


def test_inputs_are_left_unchanged():
    """x and the weights are left unchanged"""
    x, weights = sample(97, (2, 3, 4), 8)
    arrays = {"x": x, "z": x.copy()} | weights
    before = {name: array.copy() for name, array in arrays.items()}
    block(x, weights, 2)
    array_of(gelu(arrays["z"]), x.shape, "gelu")
    for name, array in arrays.items():
        assert np.array_equal(array, before[name]), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
