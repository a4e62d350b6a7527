"""Hidden tests of linear-backward.

Each gradient is checked on a line of its own. As a loss with the given gradient the tests take the
sum of grad * y, computed by plain loops, and nudge one number at a time.
"""

import numpy as np
from solution import linear_backward


def layer(seed, batch, n_in, n_out):
    """Return a gradient, inputs and weights of the given sizes."""
    generator = np.random.default_rng(seed)
    shapes = [(batch, n_out), (batch, n_in), (n_in, n_out)]
    return [generator.normal(size=shape, scale=2) for shape in shapes]


def loss(grad, x, W, b):
    """Return the sum of grad * y by plain loops; its gradient with respect to y is grad."""
    total = 0.0
    for i, j, k in np.ndindex(*x.shape, W.shape[1]):
        total += grad[i, k] * x[i, j] * W[j, k]
    for i, k in np.ndindex(*grad.shape):
        total += grad[i, k] * b[k]
    return total


def nudged(grad, x, W, which, step=1e-3):
    """Estimate one gradient, of x, W or b, from the loss with one entry nudged up and down."""
    given = {"x": x, "W": W, "b": np.zeros(W.shape[1])}
    slopes = np.zeros(given[which].shape)
    for index in np.ndindex(slopes.shape):
        up, down = given[which].copy(), given[which].copy()
        up[index] += step
        down[index] -= step
        rise = loss(grad, **given | {which: up}) - loss(grad, **given | {which: down})
        slopes[index] = rise / (2 * step)
    return slopes


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def gradients_of(grad, x, W):
    """Return the submission's three gradients as plain arrays, once their form is right."""
    result = linear_backward(grad, x, W)
    assert type(result) is tuple, (
        f"linear_backward should return a tuple of three arrays, but it returned {kind_of(result)}."
    )
    assert len(result) == 3, f"There are three gradients to return, not {len(result)}."
    for name, array in zip(["grad_x", "grad_W", "grad_b"], result, strict=True):
        assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
    grad_x, grad_W, grad_b = result
    assert grad_x.shape == x.shape, (
        f"x has shape {x.shape}, so its gradient should too, but grad_x has shape {grad_x.shape}. "
        "It is the first of the three."
    )
    assert grad_W.shape == W.shape, (
        f"W has shape {W.shape}, so its gradient should too, but grad_W has shape {grad_W.shape}."
    )
    assert grad_b.size == W.shape[1], (
        f"There are {W.shape[1]} biases, one per output, but grad_b holds {grad_b.size} numbers."
    )
    assert grad_b.shape == (W.shape[1],), (
        f"There is one bias per output, so grad_b should have shape {(W.shape[1],)}, "
        f"but it has shape {grad_b.shape}."
    )
    return [np.array(array, dtype=float) for array in result]


def test_worked_values():
    """linear_backward: two examples computed by hand"""
    x = np.array([[1.0, 0.0, 2.0], [3.0, -1.0, 1.0]])
    W = np.array([[1.0, 2.0], [0.0, -1.0], [4.0, 0.5]])
    grad_x, grad_W, grad_b = gradients_of(np.array([[1.0, -2.0], [0.5, 3.0]]), x, W)
    expected = np.array([[-3.0, 2.0, 3.0], [6.5, -3.0, 3.5]])
    assert np.allclose(grad_x, expected, rtol=1e-9), (
        f"grad_x should be {expected.tolist()}, but it is {grad_x.tolist()}. Its first entry is "
        "1*1 + (-2)*2: an example's gradients with the weights that its first input met."
    )
    expected = np.array([[2.5, 7.0], [-0.5, -3.0], [2.5, -1.0]])
    assert np.allclose(grad_W, expected, rtol=1e-9), (
        f"grad_W should be {expected.tolist()}, but it is {grad_W.tolist()}. Its first entry is "
        "1*1 + 3*0.5: over both examples, the first input times the first output's gradient."
    )
    expected = np.array([1.5, 1.0])
    assert np.allclose(grad_b, expected, rtol=1e-9), (
        f"grad_b should be {expected.tolist()}, but it is {grad_b.tolist()}. The first bias was "
        "added to the first output of both examples, whose gradients are 1 and 0.5."
    )


def test_matches_finite_differences():
    """linear_backward: agrees with nudging every input, weight and bias"""
    for seed, sizes in [(1, (2, 3, 4)), (2, (5, 2, 3)), (3, (3, 4, 1))]:
        grad, x, W = layer(seed, *sizes)
        grad_x, grad_W, grad_b = gradients_of(grad, x, W)
        where = f"For (batch, n_in, n_out) = {sizes}"
        assert np.allclose(grad_x, nudged(grad, x, W, "x"), rtol=0, atol=1e-6), (
            f"{where} nudging the inputs changes the loss by other amounts than grad_x says."
        )
        assert np.allclose(grad_W, nudged(grad, x, W, "W"), rtol=0, atol=1e-6), (
            f"{where} nudging the weights changes the loss by other amounts than grad_W says."
        )
        assert np.allclose(grad_b, nudged(grad, x, W, "b"), rtol=0, atol=1e-6), (
            f"{where} nudging the biases changes the loss by other amounts than grad_b says."
        )


def test_equal_sizes_hide_nothing():
    """linear_backward: batch, inputs and outputs of the same size"""
    grad, x, W = layer(4, 3, 3, 3)
    grad_x, grad_W, grad_b = gradients_of(grad, x, W)
    assert np.allclose(grad_x, nudged(grad, x, W, "x"), rtol=0, atol=1e-6), (
        "With a square W grad_x is wrong. No shape complains here: is the right factor transposed?"
    )
    assert np.allclose(grad_W, nudged(grad, x, W, "W"), rtol=0, atol=1e-6), (
        "With a square W grad_W is wrong. No shape complains here: which table is transposed, and "
        "which comes first?"
    )
    assert np.allclose(grad_b, nudged(grad, x, W, "b"), rtol=0, atol=1e-6), (
        "With a batch as large as the layer grad_b is wrong. Along which axis do you add up?"
    )


def test_the_batch_adds_up():
    """linear_backward: a batch seen twice has twice the gradient of W and b"""
    grad, x, W = layer(5, 3, 2, 4)
    early = np.vstack([grad[:2], np.zeros((1, 4))])  # the last example has nothing to say
    assert np.any(gradients_of(early, x, W)[1]), (
        "When only the first two of three examples have a gradient, grad_W is all zero. "
        "Do their shares get lost?"
    )
    grad_x, grad_W, grad_b = gradients_of(grad, x, W)
    twice_x, twice_W, twice_b = gradients_of(np.vstack([grad, grad]), np.vstack([x, x]), W)
    assert np.allclose(twice_x, np.vstack([grad_x, grad_x]), rtol=1e-9), (
        "With every example twice, each should get the same row of grad_x as before."
    )
    assert np.allclose(twice_W, 2 * grad_W, rtol=1e-9), (
        "With every example twice, grad_W should be twice as large. It adds up over the batch "
        "and divides by nothing."
    )
    assert np.allclose(twice_b, 2 * grad_b, rtol=1e-9), (
        "With every example twice, grad_b should be twice as large. It adds up over the batch."
    )


def test_smallest_sizes():
    """linear_backward: sizes of 1, and an empty batch"""
    for sizes in [(1, 1, 1), (1, 3, 2), (4, 1, 2), (0, 2, 3)]:
        grad, x, W = layer(6, *sizes)
        for name, got in zip("xWb", gradients_of(grad, x, W), strict=True):
            assert np.allclose(got, nudged(grad, x, W, name), rtol=0, atol=1e-6), (
                f"For (batch, n_in, n_out) = {sizes} grad_{name} is wrong: {got.tolist()}."
            )


def test_inputs_are_left_unchanged():
    """grad, x and W are left unchanged"""
    given = layer(7, 3, 2, 2)
    before = [array.copy() for array in given]
    gradients_of(*given)
    for name, array, copy in zip(["grad", "x", "W"], given, before, strict=True):
        assert np.array_equal(array, copy), (
            f"linear_backward changed {name}. Others still need it: write into a new array."
        )
