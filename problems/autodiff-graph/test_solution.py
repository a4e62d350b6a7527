"""Hidden tests of autodiff-graph.

Orders are checked by what makes them right, against a walk of the tests' own, so any right order
passes.
"""

import math

from solution import Value, topological_order


def value_of(result, text):
    """Return a result's number, once its form is right."""
    assert type(result) is Value, f"{text} should be a Value, not {type(result).__name__}."
    data = result.data
    assert type(data) is float, f"The data of {text} should be a float, not {type(data).__name__}."
    return data


def inputs_of(result, text):
    """Return a result's inputs, once their form is right."""
    value_of(result, text)
    inputs = result.inputs
    assert type(inputs) is tuple, (
        f"The inputs of {text} should be a tuple, not {type(inputs).__name__}."
    )
    for node in inputs:
        assert type(node) is Value, (
            f"The inputs of {text} should be Values, but one is {type(node).__name__}."
        )
    return inputs


def identities(nodes):
    """Return what tells objects apart, whatever they are equal to."""
    return [id(node) for node in nodes]


def reachable(root):
    """Collect the identities of a graph's nodes, level by level."""
    found, level = {id(root)}, [root]
    while level:
        below = {id(node): node for parent in level for node in parent.inputs}
        level = [node for key, node in below.items() if key not in found]
        found.update(below)
    return found


def ordered(root, text):
    """Return the submission's order of a graph, once it is right."""
    order = topological_order(root)
    assert type(order) is list, f"The order should be a list, not {type(order).__name__}."
    keys, graph = identities(order), reachable(root)
    assert len(set(keys)) == len(keys), (
        f"{text}: the order has {len(keys)} entries, but only {len(set(keys))} different nodes. "
        "Each node belongs into it once."
    )
    assert graph - set(keys) == set(), (
        f"{text}: the graph has {len(graph)} nodes, but {len(graph - set(keys))} of them are not "
        "in the order."
    )
    assert set(keys) - graph == set(), f"{text}: the order holds nodes of another graph."
    assert keys[-1] == id(root), f"{text}: the root should come last, since all others lead to it."
    place = {key: index for index, key in enumerate(keys)}
    late = [node for node in order for value in node.inputs if place[id(value)] > place[id(node)]]
    assert len(late) == 0, (
        f"{text}: the node with the number {late[0].data} comes before one of its own inputs."
    )
    return order


def test_numbers_of_two_values():
    """Value: the numbers that operators and methods compute"""
    a, b = Value(3), Value(-0.5)
    worked = [
        ("Value(3)", a, 3),
        ("3 + (-0.5)", a + b, 2.5),
        ("3 - (-0.5)", a - b, 3.5),
        ("3 * (-0.5)", a * b, -1.5),
        ("3 / (-0.5)", a / b, -6),
        ("-(-0.5)", -b, 0.5),
        ("3 ** 2", a**2, 9),
        ("(-0.5) ** -3", b**-3, -8),
        ("(-0.5) ** 0", b**0, 1),
        ("2.25 ** 1.5", Value(2.25) ** 1.5, 3.375),
        ("exp(-0.5)", b.exp(), 0.6065306597126334),
        ("tanh(-0.5)", b.tanh(), -0.46211715726000973),
    ]
    for text, result, expected in worked:
        got = value_of(result, text)
        assert math.isclose(got, expected, rel_tol=1e-12), f"{text} is {expected}, not {got}."


def test_numbers_on_either_side():
    """Value: operators with a number on the right or on the left"""
    a = Value(4)
    right = [
        ("4 + 0.5", a + 0.5, 4.5),
        ("4 - 6", a - 6, -2),
        ("4 * 0.5", a * 0.5, 2),
        ("4 / 8", a / 8, 0.5),
    ]
    for text, result, expected in right:
        got = value_of(result, f"{text}, with a number on the right,")
        assert math.isclose(got, expected, rel_tol=1e-12), f"{text} is {expected}, not {got}."
    left = [
        ("0.5 + 4", 0.5 + a, 4.5),
        ("6 - 4", 6 - a, 2),
        ("0.5 * 4", 0.5 * a, 2),
        ("2 / 4", 2 / a, 0.5),
    ]
    for text, result, expected in left:
        got = value_of(result, f"{text}, with a number on the left,")
        assert math.isclose(got, expected, rel_tol=1e-12), (
            f"{text}, with the number on the left, is {expected}, not {got}."
        )


def test_inputs_of_sums_and_products():
    """Value: the inputs of a sum and a product"""
    a, b = Value(2), Value(5)
    assert inputs_of(a, "a leaf") == (), "A leaf was not computed: its inputs are ()."
    for text, result in [("a + b", a + b), ("a * b", a * b)]:
        got = identities(inputs_of(result, text))
        assert got == identities((a, b)), (
            f"The inputs of {text} should be a and b themselves, in this order: not copies."
        )
    for text, result in [("a + a", a + a), ("a * a", a * a)]:
        got = identities(inputs_of(result, text))
        assert got == identities((a, a)), f"The inputs of {text} are a and a: two, though the same."
    for text, result in [("a + 7", a + 7), ("7 * a", 7 * a)]:
        got = inputs_of(result, text)
        assert len(got) == 2, f"{text} has two inputs, a and a leaf for 7, not {len(got)}."
        assert sorted(node.data for node in got) == [2, 7], (
            f"The inputs of {text} should hold 2 and 7, not {[node.data for node in got]}."
        )
        assert id(a) in identities(got), f"a itself should be among the inputs of {text}."


def test_inputs_of_functions():
    """Value: the input of a power, an exponential and a tangent"""
    a = Value(0.5)
    for text, result in [("a ** 3", a**3), ("a.exp()", a.exp()), ("a.tanh()", a.tanh())]:
        got = identities(inputs_of(result, text))
        assert got == identities((a,)), f"{text} has one input, a itself."


def test_every_operand_is_remembered():
    """Value: both operands can be found again, whatever the operator"""
    a, b = Value(2), Value(5)
    both = [("a - b", a - b), ("a / b", a / b), ("a + b * a", a + b * a)]
    for text, result in both:
        assert {id(a), id(b)} <= reachable(result), (
            f"From {text} the inputs should lead to a and b."
        )
    single = [("-a", -a), ("1 - a", 1 - a), ("1 / a", 1 / a), ("a - 1", a - 1), ("a / 2", a / 2)]
    for text, result in [*single, ("1 + a", 1 + a), ("sum([a])", sum([a]))]:
        assert id(a) in reachable(result), f"From {text} the inputs should lead to a."


def test_operands_stay_as_they_are():
    """Value: an operation changes none of its operands"""
    a, b = Value(2), Value(5)
    total = a
    total += b
    total *= a
    assert total is not a, "After t = a and t += b, t should be a new Value, not a itself."
    for result in (a - b, a / b, -a, a**2, a.exp(), 3 - b):
        value_of(result, "a result")
    assert (a.data, b.data) == (2, 5), f"a and b were 2 and 5, but now are {a.data} and {b.data}."
    assert a.inputs == () and b.inputs == (), "Leaves that are used should stay leaves."
    assert value_of(total, "t") == 14, f"(2 + 5) * 2 by += and *= is 14, not {total.data}."


def test_order_of_small_graphs():
    """topological_order: small graphs, and a leaf alone"""
    x, y = Value(3), Value(2)
    s = x + y
    z = s * x
    assert identities(ordered(x, "A leaf alone")) == [id(x)], "A leaf's order is the leaf alone."
    assert ordered(z, "(x + y) * x")[2] is s, "In (x + y) * x the sum is third, before the product."
    assert len(ordered(s, "x + y, which goes into a product")) == 3, "x + y has three nodes."
    assert len(ordered(z, "(x + y) * x, again")) == 4, "Asked again, the order should be complete."


def test_order_with_ways_of_unequal_length():
    """topological_order: a node that is used early and late"""
    a = Value(0.25)
    for steps in (1, 2, 5):
        chain = a
        for _ in range(steps):
            chain = chain.tanh()
        for text, root in [
            ("a + f", a + chain),
            ("f + a", chain + a),
            ("a * f + f", a * chain + chain),
        ]:
            ordered(root, f"{text} with f = a through {steps} tanh")
    early = a.exp()
    late = early * early.tanh() + (early + a).exp() * early
    ordered(early * late, "e * (e * tanh(e) + exp(e + a) * e) with e = exp(a)")


def test_equal_numbers_are_different_nodes():
    """topological_order: nodes with equal numbers"""
    a, b = Value(1), Value(1)
    order = ordered(a * b, "a * b with a = b = 1")
    assert len(order) == 3, "a * b with a = b = 1 has three nodes, which all hold the number 1."


def test_order_of_many_ways():
    """topological_order: billions of ways through a few nodes"""
    node = Value(1)
    for doublings in range(1, 41):
        node = node + node
        if doublings in (3, 8, 40):
            ordered(node, f"1 doubled {doublings} times by node + node")
    assert value_of(node, "1, doubled 40 times") == 2**40, "1 doubled 40 times is 2 ** 40."


def test_order_of_a_deep_graph():
    """topological_order: a graph more than a thousand nodes deep"""
    step, totals = Value(0.5), [Value(0)]  # the list lets go of them one by one
    for _ in range(1500):
        totals.append(totals[-1] + step)
    assert value_of(totals[-1], "the sum of 1500 halves") == 750, "1500 halves add up to 750."
    assert len(ordered(totals[-1], "A sum of 1500 halves")) == 1502, (
        "1500 sums in a row, their start and the 0.5 they share are 1502 nodes."
    )
    assert len(ordered(totals[0], "Its start")) == 1, "The start of the sum is a leaf."
