"""Hidden tests of autodiff-backward.

The oracle never walks a graph: it computes the same expression with complex numbers, a tiny step
into the imaginary, whose imaginary part is the derivative to the last digit.
"""

import cmath
import math

from solution import Value

STEP = 1e-30


def exp(x):
    """Return e to the power of a Value or of a complex number."""
    return x.exp() if type(x) is Value else cmath.exp(x)


def tanh(x):
    """Return the hyperbolic tangent of a Value or of a complex number."""
    return x.tanh() if type(x) is Value else cmath.tanh(x)


def slopes_of(expression, numbers):
    """Return the derivative of an expression with respect to each number, without any Value."""
    slopes = []
    for place in range(len(numbers)):
        moved = [complex(x, STEP if k == place else 0) for k, x in enumerate(numbers)]
        slopes.append(expression(*moved).imag / STEP)
    return slopes


def grad_of(node, text):
    """Return a node's gradient, once its form is right."""
    assert type(node.grad) is float, (
        f"The grad of {text} should be a float, not {type(node.grad).__name__}."
    )
    return node.grad


def result_of(expression, numbers, text):
    """Return an expression's Value and its leaves."""
    leaves = [Value(x) for x in numbers]
    result = expression(*leaves)
    assert type(result) is Value, f"{text} should be a Value, not {type(result).__name__}."
    return result, leaves


def gradients(expression, numbers, text):
    """Return the gradients that backward leaves in an expression's leaves."""
    result, leaves = result_of(expression, numbers, text)
    expected = expression(*map(complex, numbers)).real
    assert type(result.data) is float, (
        f"The data of {text} should be a float, not {type(result.data).__name__}."
    )
    assert math.isclose(result.data, expected, rel_tol=1e-12), (
        f"With {numbers} {text} is {expected:.9g}, not {result.data:.9g}: the way forward."
    )
    result.backward()
    return [grad_of(leaf, f"a leaf of {text}") for leaf in leaves]


def close(got, expected):
    """Tell if every number is as close as rounding allows."""
    pairs = zip(got, expected, strict=True)
    return all(math.isclose(g, e, rel_tol=1e-9, abs_tol=1e-12) for g, e in pairs)


def show(numbers):
    """Write numbers in a message."""
    return ", ".join(f"{number:.6g}" for number in numbers)


def test_one_operation():
    """backward: through each operation with Values alone"""
    cases = [
        ("a + b", lambda a, b: a + b, (3, -0.5)),
        ("a * b", lambda a, b: a * b, (3, -0.5)),
        ("a ** 3", lambda a: a**3, (-1.5,)),
        ("a ** -2", lambda a: a**-2, (2,)),
        ("a ** 0.5", lambda a: a**0.5, (2.25,)),
        ("a.exp()", exp, (-0.75,)),
        ("a.tanh()", tanh, (0.6,)),
        ("-a", lambda a: -a, (3,)),
        ("a - b", lambda a, b: a - b, (3, -0.5)),
        ("a / b", lambda a, b: a / b, (3, -0.5)),
    ]
    for text, expression, numbers in cases:
        got, expected = gradients(expression, numbers, text), slopes_of(expression, numbers)
        assert any(got), f"{text} with {numbers}: after backward all gradients are 0."
        assert close(got, expected), (
            f"{text} with {numbers}: the gradients should be {show(expected)}, not {show(got)}."
        )


def test_one_operation_with_a_number():
    """backward: through operators with a number on either side"""
    right = [("a + 2", lambda a: a + 2), ("a - 2", lambda a: a - 2)]
    right += [("a * 2", lambda a: a * 2), ("a / 2", lambda a: a / 2)]
    left = [("2 + a", lambda a: 2 + a), ("2 - a", lambda a: 2 - a)]
    left += [("2 * a", lambda a: 2 * a), ("2 / a", lambda a: 2 / a)]
    for text, expression in right + left:
        got, expected = gradients(expression, (1.6,), text), slopes_of(expression, (1.6,))
        assert close(got, expected), (
            f"{text} with a = 1.6: the gradient should be {show(expected)}, not {show(got)}."
        )


def test_powers_at_zero():
    """backward: powers of 0"""
    for exponent, data, slope in [(0, 1, 0), (1, 0, 1), (2, 0, 0), (1.5, 0, 0)]:
        a = Value(0)
        power = a**exponent
        power.backward()
        assert power.data == data, f"0 ** {exponent} is {data}, not {power.data}."
        got = grad_of(a, "a")
        assert got == slope, f"The slope of a ** {exponent} at 0 is {slope}, not {got}."


def test_shares_add_up():
    """backward: a value that is used more than once"""
    cases = [
        ("a + a", lambda a: a + a, 2),
        ("a * a", lambda a: a * a, 6),
        ("a + a + a", lambda a: a + a + a, 3),
        ("a * a * a", lambda a: a * a * a, 27),
        ("a - a", lambda a: a - a, 0),
        ("a / a", lambda a: a / a, 0),
        ("sum([a, a, a, a])", lambda a: sum([a, a, a, a]), 4),
    ]
    for text, expression, expected in cases:
        (got,) = gradients(expression, (3,), text)
        assert math.isclose(got, expected, abs_tol=1e-12), (
            f"{text} with a = 3: every use of a adds its share, {expected} in total, not {got:.6g}."
        )


def test_shares_that_arrive_late():
    """backward: a node passes on only what is complete"""
    for turned in (False, True):
        a = Value(2)
        b = a * 3
        c = b + 1
        d = c.tanh()
        root = d + b if turned else b + d
        root.backward()
        slope = 1 / math.cosh(7) ** 2
        for name, node, expected in [("d", d, 1), ("c", c, slope), ("b", b, 1 + slope)]:
            got = grad_of(node, name)
            assert math.isclose(got, expected, rel_tol=1e-6), (
                f"b = 3 a, c = b + 1, d = tanh(c), root = b + d: the grad of {name} should be "
                f"{expected:.9g}, not {got:.9g}."
            )
        assert math.isclose(grad_of(a, "a"), 3 * (1 + slope), rel_tol=1e-9), (
            f"The grad of b is {b.grad:.9g} and a counts three times in b, so a's should be "
            f"{3 * (1 + slope):.9g}, not {a.grad:.9g}. Did b pass on its grad before all was in?"
        )


def test_larger_expressions():
    """backward: larger expressions, against complex steps"""
    cases = [
        lambda x, y, z: tanh(x * y + z) * exp(-z) / (1 + y**2),
        lambda x, y, z: (x - y) ** 3 / z - 2 / (x * x + 1) + z**1.5,
        lambda x, y, z: sum((tanh(x * k + y) - z) ** 2 for k in (1, -2, 0.5)) / 3,
        lambda x, y, z: exp(x) * (exp(x) + y) * tanh(exp(x) - z / exp(x)),
    ]
    for number, expression in enumerate(cases, start=1):
        for point in [(0.3, -0.8, 1.7), (-1.2, 0.4, 0.6)]:
            text = f"expression {number} of this test"
            got, expected = gradients(expression, point, text), slopes_of(expression, point)
            assert close(got, expected), (
                f"At x, y, z = {point} the gradients of {text} should be {show(expected)}, not "
                f"{show(got)}."
            )


def test_every_node_and_no_other():
    """backward: any node may be its start, and nodes outside its graph keep their grad"""
    a, b = Value(2), Value(-3)
    assert grad_of(a, "a new Value") == 0, f"Before any backward grad is 0, not {a.grad}."
    product = a * b
    got = grad_of(product, "a new product")
    assert got == 0, f"Before any backward grad is 0, not {got}."
    left, right = product * 5, product + b
    assert left.backward() is None, "backward should return nothing."
    got = [node.grad for node in (left, product, a, b)]
    assert got == [1, 5, -15, 10], f"5 a b: the grads of 5 a b, a b, a, b are 1, 5, -15, 10: {got}"
    assert right.grad == 0, f"a b + b is no part of 5 a b: its grad stays 0, not {right.grad}."
    product.backward()
    got = [node.grad for node in (product, a, b)]
    assert got == [1, -3, 2], f"From a b itself the grads of a b, a and b are 1, -3, 2, not {got}."
    assert left.grad == 1, f"5 a b is no part of a b: its grad stays 1, not {left.grad}."
    b.backward()
    assert b.grad == 1, f"From a leaf the grad of the leaf is 1, not {b.grad}."
    assert a.grad == -3, f"a is no part of the leaf b: its grad stays -3, not {a.grad}."


def test_backward_starts_anew():
    """backward: called again, it starts anew"""
    a, b = Value(0.5), Value(4)
    inner = a * b
    root = inner * inner
    for turn in ("first", "second", "third"):
        root.backward()
        got = [node.grad for node in (root, inner, a, b)]
        assert got == [1, 4, 16, 2], (
            f"(a b) ** 2 at 0.5 and 4: after the {turn} backward the grads of the square, a b, a "
            f"and b should be 1, 4, 16, 2, not {got}."
        )
    (inner + a).backward()
    assert (a.grad, b.grad) == (5, 0.5), (
        f"After a backward from a b + a the grads of a and b are 5 and 0.5, not {a.grad}, {b.grad}."
    )


def test_numbers_stay():
    """operations and backward leave every number as it was"""
    a, b = Value(0.5), Value(4)
    total = a
    total += b
    product = total * a
    product.backward()
    got = [node.data for node in (a, b, total, product)]
    assert total is not a, "After t = a and t += b, t should be a new Value, not a itself."
    assert got == [0.5, 4, 4.5, 2.25], (
        f"a, b, a + b and (a + b) a are 0.5, 4, 4.5 and 2.25, but after backward they are {got}."
    )


def test_deep_and_wide_graphs():
    """backward: graphs more than a thousand nodes deep, or with billions of ways"""
    for doublings in (3, 40):
        start = node = Value(1)
        for _ in range(doublings):
            node = node + node
        node.backward()
        assert grad_of(start, "the start") == 2**doublings, (
            f"1, doubled {doublings} times by node + node, has the gradient 2 ** {doublings}, not "
            f"{start.grad}."
        )
    step, totals = Value(0.5), [Value(0)]  # the list lets go of them one by one
    for _ in range(1500):
        totals.append(totals[-1] + step)
    totals[-1].backward()
    assert grad_of(step, "the step") == 1500, (
        f"A number that was added 1500 times has the gradient 1500, not {step.grad}."
    )
