"""Hidden tests of scaled-dot-product-attention.

The oracle works on plain lists, one query at a time. Sizes are unequal on purpose, so that each
axis can be told from the others.
"""

import math

import numpy as np
from solution import scaled_dot_product_attention


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain_array(array, shape, name):
    """Return a returned array as a copy in plain floats, once its form is right."""
    assert type(array) is np.ndarray, f"The {name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind == "f", f"The {name} should hold floats, not {array.dtype} values."
    assert array.shape == shape, (
        f"The {name} should have the shape {shape}, but the shape is {array.shape}."
    )
    return np.array(array, dtype=float)


def attend(query, key, value):
    """Return the submission's output and weights, once their form is right."""
    result = scaled_dot_product_attention(query, key, value)
    assert type(result) is tuple, (
        "scaled_dot_product_attention should return a tuple (output, weights), "
        f"but it returned {kind_of(result)}."
    )
    assert len(result) == 2, f"The tuple should hold output and weights, not {len(result)} values."
    weights = plain_array(result[1], query.shape[:-1] + key.shape[-2:-1], "weights")
    output = plain_array(result[0], query.shape[:-1] + value.shape[-1:], "output")
    return output, weights


def one_query(query, keys, values):
    """Compute output and weights of a single query on plain lists."""
    root = math.sqrt(len(query))
    scores = [sum(a * b for a, b in zip(query, key, strict=True)) / root for key in keys]
    total = sum(math.exp(score) for score in scores)
    weights = [math.exp(score) / total for score in scores]
    columns = zip(*values, strict=True)
    return [sum(w * v for w, v in zip(weights, c, strict=True)) for c in columns], weights


def slowly(query, key, value):
    """Compute output and weights of all the queries, one after the other."""
    pairs = [one_query(q, key.tolist(), value.tolist()) for q in query.tolist()]
    return np.array([output for output, _ in pairs]), np.array([weights for _, weights in pairs])


def sample(seed, front, queries, keys, width, value_width):
    """Return query, key and value of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(*front, queries, width), (*front, keys, width), (*front, keys, value_width)]
    return [generator.normal(size=shape, scale=1.5) for shape in shapes]


def test_worked_values():
    """two queries and four keys, computed by hand"""
    query = np.array([[2 * math.log(3), 0.0, 0.0, 0.0], [0.0, 2 * math.log(2), 0.0, 0.0]])
    key = np.array([[1.0, 0, 0, 0], [0, 1.0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    output, weights = attend(query, key, np.array([[6.0], [0.0], [12.0], [18.0]]))
    ratio = weights[0, 0] / weights[0, 2]
    text = "With d_k = 4 the first query's scaled scores are [ln 3, 0, 0, 0], so its first weight "
    text += f"should be 3 times its third one, but it is {ratio:.4g} times as large."
    assert ratio < 3.001, text
    assert ratio > 2.999, text
    expected = np.array([[3 / 6, 1 / 6, 1 / 6, 1 / 6], [1 / 5, 2 / 5, 1 / 5, 1 / 5]])
    assert np.allclose(weights, expected, rtol=1e-6), (
        "The scaled scores are [ln 3, 0, 0, 0] and [0, ln 2, 0, 0], so the weights should be "
        f"{np.round(expected, 4).tolist()}, but yours are {np.round(weights, 4).tolist()}."
    )
    assert np.allclose(output, [[8.0], [7.2]], rtol=1e-6), (
        "The output should be the means of the values 6, 0, 12, 18 with these weights, 8 and 7.2, "
        f"but yours is {np.round(output, 4).tolist()}."
    )


def test_matches_the_slow_way():
    """every query gets what a loop over all the keys gives"""
    for sizes in [(3, 5, 4, 2), (6, 2, 1, 3), (1, 4, 16, 1)]:
        query, key, value = sample(41, (), *sizes)
        expected_output, expected_weights = slowly(query, key, value)
        output, weights = attend(query, key, value)
        text = "For {} queries, {} keys, d_k = {} and d_v = {}".format(*sizes)
        assert np.allclose(weights, expected_weights, rtol=1e-6, atol=1e-9), (
            f"{text} the first query's weights should be "
            f"{np.round(expected_weights[0], 4).tolist()}, but yours are "
            f"{np.round(weights[0], 4).tolist()}. Compare the scale and the axis of the softmax."
        )
        assert np.allclose(output, expected_output, rtol=1e-6, atol=1e-9), (
            f"{text} the weights are right, but the output is not their mean of the values."
        )


def test_weights_of_a_query_add_up_to_one():
    """the weights of each query are positive and add up to 1"""
    _, weights = attend(*sample(42, (2,), 3, 5, 4, 4))
    assert np.all(weights > 0), "No weight should be 0 or negative with scores as small as these."
    total = weights.sum()
    assert not np.isclose(total, 1.0, rtol=1e-6), (
        "There are 6 queries, each with weights that add up to 1, but yours are 1 all together."
    )
    sums = weights.sum(axis=-1)
    assert np.allclose(sums, 1.0, rtol=1e-6), (
        "The weights of every query should add up to 1, but yours add up to "
        f"{np.round(sums, 4).tolist()}. Along which axis are the keys?"
    )


def test_axes_in_front_are_separate_problems():
    """a batch with heads: each entry is a problem of its own"""
    query, key, value = sample(43, (2, 3), 4, 5, 2, 6)
    output, weights = attend(query, key, value)
    for index in np.ndindex(2, 3):
        expected_output, expected_weights = slowly(query[index], key[index], value[index])
        assert np.allclose(weights[index], expected_weights, rtol=1e-6, atol=1e-9), (
            f"In a batch of shape (2, 3), the weights of entry {index} are not those that its own "
            "queries and keys give."
        )
        assert np.allclose(output[index], expected_output, rtol=1e-6, atol=1e-9), (
            f"In a batch of shape (2, 3), the output of entry {index} is not what its own weights "
            "and values give."
        )


def test_order_of_the_keys_does_not_matter():
    """shuffling keys and values together changes no output"""
    query, key, value = sample(44, (), 3, 6, 4, 2)
    order = [4, 0, 5, 2, 1, 3]
    expected, weights = attend(query, key, value)
    got, shuffled = attend(query, key[order], value[order])
    assert np.allclose(got, expected, rtol=1e-6), (
        "The same keys with the same values, in another order, should give the same output."
    )
    assert np.allclose(shuffled, weights[:, order], rtol=1e-6), (
        "With the keys in another order, the weights should be the same ones in that order."
    )


def test_a_shift_of_all_keys_does_not_matter():
    """adding one vector to every key changes no weight"""
    query, key, value = sample(45, (), 4, 3, 5, 2)
    _, expected = attend(query, key, value)
    _, got = attend(query, key + np.array([1.0, -2.0, 0.5, 3.0, 0.0]), value)
    assert np.allclose(got, expected, rtol=1e-5), (
        "One vector added to all keys adds one number to all the scores of a query. A softmax "
        "over a query's scores does not notice that, but yours does."
    )


def test_large_scores():
    """scores of a million give finite weights"""
    query = np.array([[2e6, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0], [-2e6, 0.0, 0.0, 0.0]])
    key = np.array([[1.0, 1.0, 0.0, 0.0], [0.5, 1.0, 0.0, 0.0]])
    output, weights = attend(query, key, np.array([[1.0], [3.0]]))
    assert np.all(np.isfinite(weights[0])), (
        f"The scores 1000000 and 500000 should give finite weights, not {weights[0].tolist()}. "
        "np.exp of such a score overflows: what may be subtracted from a row without any effect?"
    )
    assert np.all(np.isfinite(weights)), (
        f"Some of the weights are not numbers: {weights.tolist()}. One query's scores are far "
        "below another's, and np.exp turns all of them into 0: each row needs its own shift."
    )
    assert np.allclose(weights, [[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]], rtol=0, atol=1e-9), (
        "A score far above the others should get the whole weight, and two equal ones half each, "
        f"but the weights are {weights.tolist()}."
    )
    assert np.allclose(output, [[1.0], [2.0], [3.0]], rtol=1e-6), (
        f"The output should be [[1.0], [2.0], [3.0]], but it is {output.tolist()}."
    )


def test_a_single_key():
    """one key gets the weight 1, whatever the query"""
    query, key, value = sample(46, (2,), 3, 1, 2, 4)
    output, weights = attend(query, key, value)
    assert np.allclose(weights, 1.0, rtol=1e-9), (
        "There is one key only, so every weight should be 1: is the softmax over the keys?"
    )
    assert np.allclose(output, np.broadcast_to(value, (2, 3, 4)), rtol=1e-6), (
        "There is one key only, so every query should get its value."
    )


def test_inputs_are_left_unchanged():
    """query, key and value are left unchanged"""
    arrays = sample(47, (2,), 3, 4, 4, 2)
    before = [array.copy() for array in arrays]
    attend(*arrays)
    for name, now, then in zip(("query", "key", "value"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
