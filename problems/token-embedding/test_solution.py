"""Hidden tests of token-embedding.

The worked values are small whole numbers; the oracles walk over the positions one by one. A row
that is named once is tested apart from one that is named twice.
"""

import numpy as np
from solution import embed_tokens, embed_tokens_backward


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


def sample(seed, ids_shape, vocab_size, width):
    """Return ids, of which some occur twice, a table, and a gradient of what is looked up."""
    generator = np.random.default_rng(seed)
    ids = generator.integers(0, vocab_size, size=ids_shape, dtype=np.int64)
    table = generator.normal(size=(vocab_size, width))
    return ids, table, generator.normal(size=(*ids_shape, width))


def weighted_sum(ids, table, weights):
    """Compute a loss whose gradient with respect to the vectors looked up is the weights."""
    rows = [table[int(token)] for token in ids.ravel()]
    pairs = zip(rows, weights.reshape(len(rows), -1), strict=True)
    return sum(float(row @ weight) for row, weight in pairs)


def rejects(ids, table):
    """Tell if embed_tokens raises IndexError for these ids."""
    try:
        embed_tokens(ids, table)
    except IndexError:
        return True
    return False


def test_each_id_picks_its_row():
    """embed_tokens: each id picks its row of the table"""
    table = np.array([[1.0, 2.0, 3.0], [-4.0, 5.0, 0.5], [7.0, -8.0, 9.0], [0.0, 11.0, 12.0]])
    got = array_of(embed_tokens(np.array([3, 1, 0, 1]), table), (4, 3), "embed_tokens")
    expected = np.array([[0.0, 11.0, 12.0], [-4.0, 5.0, 0.5], [1.0, 2.0, 3.0], [-4.0, 5.0, 0.5]])
    assert np.array_equal(got, expected), (
        "For the ids 3, 1, 0, 1 the result should hold these rows of the table, as they are and "
        "in this order; the first row of the table has the id 0."
    )


def test_any_shape_of_ids():
    """embed_tokens: ids of any shape keep it, and get one axis more"""
    for ids_shape in [(1,), (2, 3), (2, 1, 4), (0,), (3, 0)]:
        ids, table, _ = sample(31, ids_shape, 6, 5)
        got = array_of(embed_tokens(ids, table), (*ids_shape, 5), "embed_tokens")
        for index in np.ndindex(ids_shape):
            assert np.array_equal(got[index], table[int(ids[index])]), (
                f"For ids of shape {ids_shape}, the vector at position {index} should be row "
                f"{int(ids[index])} of the table, but it is not."
            )


def test_unknown_ids_are_refused():
    """embed_tokens: an id outside of the vocabulary raises IndexError"""
    table = np.arange(12.0).reshape(4, 3)
    assert rejects(np.array([0, 4]), table), (
        "The table has 4 rows, so its last id is 3: the id 4 should raise IndexError."
    )
    assert rejects(np.array([[2, -1]]), table), (
        "No token has the id -1, so it should raise IndexError. What does NumPy do with it?"
    )
    assert not rejects(np.array([3, 0]), table), (
        "A table with 4 rows has the ids 0 to 3, so 3 and 0 should be accepted."
    )


def test_backward_gives_each_row_its_gradient():
    """embed_tokens_backward: a gradient lands in the row that its id names"""
    grad_output = np.array([[1.0, -2.0], [3.0, 4.5]])
    result = embed_tokens_backward(np.array([3, 1]), grad_output, 5)
    got = array_of(result, (5, 2), "embed_tokens_backward")
    expected = np.array([[0.0, 0.0], [3.0, 4.5], [0.0, 0.0], [1.0, -2.0], [0.0, 0.0]])
    assert np.array_equal(got, expected), (
        "The ids 3 and 1 occur once each: their rows should hold their gradients as they are, "
        f"and all the others zeros. Yours is {got.tolist()}."
    )


def test_backward_adds_up_repeated_ids():
    """embed_tokens_backward: the gradients of an id that occurs again add up"""
    grad_output = np.array([[1.0, 2.0], [5.0, 5.0], [10.0, -20.0], [4.0, 0.0]])
    result = embed_tokens_backward(np.array([2, 0, 2, 2]), grad_output, 3)
    got = array_of(result, (3, 2), "embed_tokens_backward")
    assert got[2].tolist() not in ([1.0, 2.0], [4.0, 0.0]), (
        "The id 2 occurs three times, but its row holds the gradient of one position only."
    )
    assert np.allclose(got[2], [15.0, -18.0], rtol=1e-6), (
        f"The gradients of the id 2 add up to [15.0, -18.0], but its row holds {got[2].tolist()}."
    )


def test_backward_matches_finite_differences():
    """embed_tokens_backward: matches a finite-difference gradient of the table"""
    for ids_shape in [(7,), (3, 4)]:
        ids, table, weights = sample(32, ids_shape, 5, 2)
        result = embed_tokens_backward(ids, weights, 5)
        got = array_of(result, (5, 2), "embed_tokens_backward")
        for row, column in np.ndindex(5, 2):
            up, down = table.copy(), table.copy()
            up[row, column] += 0.5  # the loss is linear in the table, so a large step is exact
            down[row, column] -= 0.5
            expected = weighted_sum(ids, up, weights) - weighted_sum(ids, down, weights)
            assert np.isclose(got[row, column], expected, rtol=1e-6, atol=1e-7), (
                f"For ids of shape {ids_shape}, entry ({row}, {column}) of the table has the slope "
                f"{expected:.6g}, but your gradient says {got[row, column]:.6g}."
            )


def test_backward_of_an_empty_text():
    """embed_tokens_backward: no tokens, no gradient"""
    result = embed_tokens_backward(np.zeros((2, 0), dtype=np.int64), np.zeros((2, 0, 3)), 4)
    got = array_of(result, (4, 3), "embed_tokens_backward")
    assert np.array_equal(got, np.zeros((4, 3))), (
        "Nothing was looked up, so every row of the gradient should be zero."
    )


def test_inputs_are_left_unchanged():
    """the arrays that are passed in are left unchanged"""
    ids, table, grad_output = sample(33, (2, 4), 3, 2)
    before = ids.copy(), table.copy(), grad_output.copy()
    array_of(embed_tokens(ids, table), (2, 4, 2), "embed_tokens")
    array_of(embed_tokens_backward(ids, grad_output, 3), (3, 2), "embed_tokens_backward")
    names = ("token_ids", "table", "grad_output")
    for name, now, then in zip(names, (ids, table, grad_output), before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the calls. Others still need it: use a new array."
        )
