"""Hidden tests of tensor-autodiff.

The oracle computes the same expression on complex arrays, one entry moved by a tiny step into the
imaginary, and knows neither graphs nor rules for gradients.
"""

import numpy as np
from solution import Tensor

STEP = 1e-30


def relu(x):
    """Return the ReLU of a Tensor or of a complex array."""
    return x.relu() if type(x) is Tensor else np.where(x.real > 0, x, 0)


def tanh(x):
    """Return the hyperbolic tangent of a Tensor or of a complex array."""
    return x.tanh() if type(x) is Tensor else np.tanh(x)


def numbers(seed, *shape):
    """Return random numbers of both signs, none of them near 0."""
    generator = np.random.default_rng(seed)
    return np.array(generator.uniform(0.2, 1.5, shape) * generator.choice([-1.0, 1.0], shape))


def plain(value, name, shape):
    """Return an attribute as a plain array, once its form is right."""
    good = type(value) is np.ndarray or type(value) is np.float64
    assert good, f"{name} should be a NumPy array, not {type(value).__name__}."
    assert value.dtype == np.float64, f"{name} should hold float64, not {value.dtype}."
    assert value.shape == shape, f"{name} should have the shape {shape}, not {value.shape}."
    return np.array(value)


def data_of(result, text, shape):
    """Return a result's numbers, once its form is right."""
    assert type(result) is Tensor, f"{text} should be a Tensor, not {type(result).__name__}."
    return plain(result.data, f"The data of {text}", shape)


def grad_of(tensor, text):
    """Return a tensor's gradient, once its form is right."""
    return plain(tensor.grad, f"The grad of {text}", tensor.data.shape)


def slopes_of(expression, arrays):
    """Return the gradients of the sum of an expression, one entry at a time, without Tensors."""
    slopes = [np.zeros(array.shape) for array in arrays]
    for place, slope in enumerate(slopes):
        for index in np.ndindex(slope.shape):
            moved = [array.astype(complex) for array in arrays]
            moved[place][index] += 1j * STEP
            slope[index] = np.sum(expression(*moved)).imag / STEP
    return slopes


def compare(expression, arrays, text):
    """Compare the numbers and the gradients of an expression with those of the oracle."""
    leaves = [Tensor(array) for array in arrays]
    result = expression(*leaves)
    expected = expression(*[array.astype(complex) for array in arrays]).real
    got = data_of(result, text, expected.shape)
    assert np.allclose(got, expected, rtol=1e-9, atol=0), (
        f"{text}: the way forward gives {got.tolist()}, but should give {expected.tolist()}."
    )
    result.backward()
    for place, expected in enumerate(slopes_of(expression, arrays), start=1):
        got = grad_of(leaves[place - 1], f"tensor {place} of {text}")
        assert np.allclose(got, expected, rtol=1e-9, atol=1e-12), (
            f"{text}: the gradient of tensor {place} should be {expected.round(6).tolist()}, but "
            f"it is {got.round(6).tolist()}."
        )


def test_data_and_a_new_grad():
    """Tensor: numbers of every form become float64, with a grad of zeros"""
    for form in [3, 2.5, [1, 2, 3], [[1.5], [2.0]], np.arange(6, dtype=np.int32).reshape(2, 3)]:
        tensor, shape = Tensor(form), np.shape(form)
        got = data_of(tensor, f"Tensor({form!r})", shape)
        assert np.array_equal(got, form), f"Tensor({form!r}) holds {got.tolist()}."
        got = grad_of(tensor, "a new Tensor")
        assert not np.any(got), f"The grad of a new Tensor should be zeros, not {got.tolist()}."


def test_one_operation():
    """Tensor: each operation alone, forward and backward"""
    table, other, weights = numbers(1, 3, 4), numbers(2, 3, 4), numbers(3, 3, 4)
    cases = [
        ("(a + b) * weights", lambda a, b: (a + b) * weights, (table, other)),
        ("a * b * weights", lambda a, b: a * b * weights, (table, other)),
        ("a.sum()", lambda a: a.sum(), (table,)),
        ("a.sum() * a", lambda a: a.sum() * a, (table,)),
        ("relu(a) * weights", lambda a: relu(a) * weights, (table,)),
        ("relu(a * -1) * weights", lambda a: relu(a * -1) * weights, (table,)),
        ("tanh(a) * weights", lambda a: tanh(a) * weights, (table,)),
    ]
    for text, expression, arrays in cases:
        compare(expression, arrays, text)


def test_numbers_and_arrays_as_operands():
    """Tensor: numbers on either side, and arrays on the right"""
    table, row = numbers(4, 2, 3), numbers(5, 3)
    compare(lambda a: (a + 2) * a, (table,), "(a + 2) * a")
    compare(lambda a: (2.5 + a) * a, (table,), "(2.5 + a) * a")
    compare(lambda a: a * 3, (table,), "a * 3")
    compare(lambda a: -0.5 * a, (table,), "-0.5 * a")
    compare(lambda a: (a + row) * row, (table,), "(a + row) * row")


def test_matrix_products():
    """Tensor: matrix products of any size"""
    for n, k, m in [(2, 3, 4), (4, 1, 2), (1, 3, 1), (3, 3, 3), (0, 2, 3)]:
        weights = numbers(6, n, m)
        text = f"(a @ b) * weights with the shapes ({n}, {k}) and ({k}, {m})"
        compare(lambda a, b, w=weights: (a @ b) * w, (numbers(7, n, k), numbers(8, k, m)), text)


def test_broadcasting_adds_axes():
    """Tensor: operands with fewer axes get a gradient of their own shape"""
    for small, large in [((4,), (3, 4)), ((), (2, 3)), ((3,), (2, 4, 3)), ((2, 3), (4, 2, 3))]:
        weights = numbers(9, *large)
        arrays, text = (numbers(10, *small), numbers(11, *large)), f"shapes {small} and {large}"
        compare(lambda a, b, w=weights: (a + b) * w, arrays, f"(a + b) * weights, {text}")
        compare(lambda a, b: b * a, arrays, f"b * a, {text}")


def test_broadcasting_stretches_axes():
    """Tensor: operands with axes of size 1 get a gradient of their own shape"""
    for first, second in [((3, 1), (3, 4)), ((1, 4), (3, 4)), ((3, 1), (1, 4)), ((1, 3), (0, 3))]:
        arrays, text = (numbers(12, *first), numbers(13, *second)), f"shapes {first} and {second}"
        weights = numbers(14, *np.broadcast_shapes(first, second))
        compare(lambda a, b, w=weights: (a + b) * w, arrays, f"(a + b) * weights, {text}")
        compare(lambda a, b: a * b, arrays, f"a * b, {text}")


def test_broadcasting_of_both_kinds():
    """Tensor: axes are added and stretched at once"""
    for first, second in [((2, 1, 3), (4, 1)), ((1,), (1,)), ((1,), (2, 3)), ((), (1, 1))]:
        arrays, text = (numbers(15, *first), numbers(16, *second)), f"shapes {first} and {second}"
        compare(lambda a, b: (a + b) * a * b, arrays, f"(a + b) * a * b, {text}")


def test_relu_at_zero_and_tanh_far_out():
    """Tensor: ReLU at exactly 0, and tanh far from it"""
    a = Tensor([-1.0, 0.0, 2.0])
    a.relu().backward()
    got = grad_of(a, "a").tolist()
    assert got == [0, 0, 1], f"The slopes of ReLU at -1, 0 and 2 are 0, 0 and 1, not {got}."
    a = Tensor([-800.0, 800.0])
    a.tanh().backward()
    got = grad_of(a, "a").tolist()
    assert got == [0, 0], f"tanh is flat at -800 and 800, but your slopes are {got}."


def test_shares_add_up():
    """backward: a tensor that is used more than once"""
    square, row, weights = numbers(15, 3, 3), numbers(16, 3), numbers(17, 3, 3)
    cases = [
        ("(a + a) * weights", lambda a, b: (a + a) * weights),
        ("a * a + b", lambda a, b: a * a + b),
        ("(a @ a) * weights + b * b", lambda a, b: (a @ a) * weights + b * b),
        ("(a + b) * a + tanh(b)", lambda a, b: (a + b) * a + tanh(b)),
        ("tanh(relu(a @ a + b) @ a) @ a + b", lambda a, b: tanh(relu(a @ a + b) @ a) @ a + b),
    ]
    for text, expression in cases:
        compare(expression, (square, row), text)


def test_shares_do_not_leak():
    """backward: the operands of a sum do not share one gradient"""
    a, b = Tensor([1.0, 2.0]), Tensor([3.0, 4.0])
    total = a + b
    root = total + a * 10
    root.backward()
    nodes = {"root": root, "a + b": total, "a": a, "b": b}
    got = [grad_of(node, name).tolist() for name, node in nodes.items()]
    assert got == [[1, 1], [1, 1], [11, 11], [1, 1]], (
        f"root = (a + b) + 10 a: root, a + b, a and b should get 1, 1, 11 and 1 twice, not {got}."
    )
    for one, other in [("root", "a + b"), ("a + b", "a"), ("a + b", "b"), ("a", "b")]:
        assert not np.shares_memory(nodes[one].grad, nodes[other].grad), (
            f"The grads of {one} and {other} lie in one memory: adding to one changes both."
        )


def test_late_shares_and_deep_graphs():
    """backward: waits for late shares, and goes through deep graphs"""
    for turned in (False, True):
        a = Tensor([2.0, -1.0])
        b = a * 3
        c = (b + 1) * 5
        (c + b if turned else b + c).backward()
        got = grad_of(a, "a").tolist()
        assert got == [18, 18], (
            f"With b = 3 a the grad of a in b + 5 (b + 1) is [18, 18], not {got}: wait for all."
        )
    step, totals = Tensor([0.5]), [Tensor([0.0])]  # the list lets go of them one by one
    for _ in range(1200):
        totals.append(totals[-1] + step)
    totals[-1].backward()
    got = grad_of(step, "the step").tolist()
    assert got == [1200], f"A tensor that was added 1200 times has the gradient [1200], not {got}."


def test_backward_starts_anew():
    """backward: starts anew on any node, and leaves the others alone"""
    a, b = Tensor([[1.0, 2.0]]), Tensor([[3.0], [4.0]])
    inner = a @ b
    root = inner * inner
    for turn in ("first", "second"):
        assert root.backward() is None, "backward should return nothing."
        got = [grad_of(node, "a node").tolist() for node in (root, inner, a, b)]
        expected = [[[1]], [[22]], [[66, 88]], [[22], [44]]]
        assert got == expected, (
            f"After the {turn} backward from (a @ b) ** 2 the grads of the square, a @ b, a and b "
            f"should be {expected}, not {got}."
        )
    inner.backward()
    got = [grad_of(node, "a node").tolist() for node in (a, b)]
    assert got == [[[3, 4]], [[1], [2]]], (
        f"After a backward from a @ b those of a and b are [[3, 4]] and [[1], [2]], not {got}."
    )
    got = grad_of(root, "the square").tolist()
    assert got == [[1]], f"(a @ b) ** 2 is no part of a @ b: its grad stays [[1]], not {got}."


def test_numbers_stay():
    """Tensor: keeps a copy, and changes no numbers"""
    given, factor = np.array([1.0, -2.0]), np.array([3.0, 5.0])
    a = Tensor(given)
    total = a
    total += factor
    result = (total * factor).relu() * a
    assert total is not a, "After t = a and t += b, t should be a new Tensor, not a itself."
    given[:], factor[:] = 100, 100
    assert a.data.tolist() == [1, -2], (
        f"Changing the caller's array changed the Tensor to {a.data.tolist()}: keep a copy."
    )
    result.backward()
    got = [node.data.tolist() for node in (a, total, result)]
    expected = [[1, -2], [4, 3], [12, -30]]
    assert got == expected, f"After backward the data should be {expected} still, not {got}."
    got = grad_of(a, "a").tolist()
    assert got == [15, 5], f"relu((a + f) f) a with f = [3, 5]: a's grad is [15, 5], not {got}."
    assert given.tolist() == [100, 100], f"The caller's array was changed to {given.tolist()}."
