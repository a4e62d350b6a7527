"""Hidden tests of adamw.

The decay is tested without gradients, Adam without decay, and then both. The oracle takes weighted
means of all gradients so far, one weight at a time.
"""

import math

import numpy as np
from solution import AdamW

SHAPES = [(3, 2), (2,), (1, 1), (2, 1, 2)]


def arrays(seed, shapes=SHAPES):
    """Return new arrays of the given shapes."""
    generator = np.random.default_rng(seed)
    return [np.array(generator.normal(size=shape, scale=2)) for shape in shapes]


def stepped(params, history, **options):
    """Return the values of params after a step of a new optimizer for each list of gradients."""
    optimizer = AdamW(params, **options)
    for grads in history:
        optimizer.step(grads)
    for place, param in enumerate(params):
        assert type(param) is np.ndarray, (
            f"The parameter at place {place} of the list is no NumPy array any more. Write into "
            "the arrays, not into the list."
        )
        assert param.dtype.kind == "f", f"The parameters should stay floats, not {param.dtype}."
    return [param.copy() for param in params]


def weighted_mean(history, beta):
    """Return the mean of a list of floats in which each counts beta times as much as the next."""
    weights = [beta**age for age in reversed(range(len(history)))]
    return math.fsum(map(float.__mul__, weights, history)) / math.fsum(weights)


def oracle(weight, history, lr, betas, eps, decay):
    """Return where one weight ends up, given its gradients as a list of floats."""
    for t in range(1, len(history) + 1):
        size = math.sqrt(weighted_mean([g * g for g in history[:t]], betas[1]))
        adam = weighted_mean(history[:t], betas[0]) / (size + eps)
        weight = weight - lr * (adam + decay * weight)
    return weight


def shown(array):
    """Return an array's numbers, short enough for a message."""
    return np.round(array, 5).tolist()


def test_decay_alone():
    """without gradients, each step takes off the share lr * weight_decay"""
    weights = np.array([[16.0, -8.0, 0.0]])
    got = stepped([weights], [[np.zeros((1, 3))]] * 3, lr=0.25, weight_decay=2.0)[0]
    assert not np.array_equal(got, [[16.0, -8.0, 0.0]]), (
        "Without a gradient the weights [16, -8, 0] should decay, but they stayed as they were."
    )
    assert not np.any(np.abs(got) > 1e4), (
        f"The weights [16, -8, 0] exploded to {shown(got)}. What is the decay divided by?"
    )
    assert not np.any(np.abs(got) > 16), f"Weights should decay, but they grew: {shown(got)}."
    assert np.allclose(got, [[2.0, -1.0, 0.0]], rtol=1e-9), (
        "With lr 0.25 and weight_decay 2 a weight is halved in each step without a gradient. After "
        f"3 steps [16, -8, 0] should be [2, -1, 0], but it is {shown(got)}."
    )


def test_adam_alone():
    """without decay, two steps of Adam computed by hand"""
    history = [[np.array([4.0])], [np.array([-4.0])]]
    options = {"lr": 0.5, "beta1": 0.5, "beta2": 0.75, "eps": 1.0, "weight_decay": 0.0}
    got = stepped([np.array([10.0])], history[:1], **options)[0]
    assert np.allclose(got, [9.6], rtol=1e-9), (
        "The corrected moments of the gradient 4 are 4 and 16, so with lr 0.5 and eps 1, 10 should "
        f"become 10 - 0.5 * 4 / (4 + 1) = 9.6, not {shown(got)}."
    )
    got = stepped([np.array([10.0])], history, **options)[0]
    assert np.allclose(got, [9.6 + 2 / 15], rtol=1e-9), (
        "After the gradients 4 and -4, with betas 0.5 and 0.75, the corrected moments are -4/3 and "
        f"16, so 9.6 should become {9.6 + 2 / 15:.6f}, not {shown(got)}."
    )


def test_decay_does_not_see_the_gradient():
    """decay takes the same off, whether gradients are small or large"""
    for size in [1e-3, 1.0, 1e3]:
        grads = [np.array([size, -size])]
        plain = stepped([np.array([4.0, 8.0])], [grads], lr=0.125, weight_decay=0.0)[0]
        got = stepped([np.array([4.0, 8.0])], [grads], lr=0.125, weight_decay=0.5)[0]
        assert np.allclose(plain - got, [0.25, 0.5], rtol=1e-6), (
            "With lr 0.125 and weight_decay 0.5 the decay should take 0.25 off 4 and 0.5 off 8, "
            f"but with gradients of size {size:g} it took off {shown(plain - got)}."
        )


def test_many_steps():
    """ten steps for several parameters, each with moments of its own"""
    start, history = arrays(71), [arrays(seed) for seed in range(80, 90)]
    options = {"lr": 0.1, "beta1": 0.8, "beta2": 0.95, "eps": 0.01, "weight_decay": 0.3}
    got = stepped([param.copy() for param in start], history, **options)
    for place, param in enumerate(start):
        for index in np.ndindex(param.shape):
            seen = [float(grads[place][index]) for grads in history]
            expected = oracle(float(param[index]), seen, 0.1, (0.8, 0.95), 0.01, 0.3)
            assert math.isclose(got[place][index], expected, rel_tol=1e-6, abs_tol=1e-9), (
                f"After 10 steps, entry {index} of the parameter at place {place} (counting from "
                f"0) should be {expected:.6f}, not {got[place][index]:.6f}."
            )


def test_every_parameter_takes_part():
    """the count of steps is one for all parameters, and all of them move"""
    params = [np.zeros(2), np.zeros(1), np.zeros((1, 3))]
    got = stepped(params, [[np.ones(2), np.ones(1), np.ones((1, 3))]], lr=0.5)
    for place, param in enumerate(got):
        assert np.allclose(param, -0.5, rtol=1e-6), (
            f"In a first step with lr 0.5, zeros with gradients of 1 should become -0.5, but at "
            f"place {place} (counting from 0) they became {shown(param)}."
        )


def test_defaults():
    """all the options have the usual defaults"""
    got = stepped([np.array([100.0])], [[np.zeros(1)]])[0]
    assert np.allclose(got, [99.999], rtol=1e-9), (
        "With the defaults, lr 0.001 and weight_decay 0.01, 100 should decay to 99.999 without a "
        f"gradient, not to {float(got[0]):.6f}."
    )
    tiny = stepped([np.zeros(1)], [[np.array([1e-8])]])[0]
    assert np.allclose(tiny, [-5e-4], rtol=1e-6, atol=0), (
        "With the defaults, lr 0.001 and eps 1e-8, a first gradient of 1e-8 should take 0 to "
        f"-0.0005, not to {float(tiny[0]):.6g}."
    )
    got = stepped([np.zeros(1)], [[np.ones(1)], [np.zeros(1)]])[0]
    expected = oracle(0.0, [1.0, 0.0], 1e-3, (0.9, 0.999), 1e-8, 0.01)
    assert np.allclose(got, [expected], rtol=1e-6), (
        "With the defaults, betas of 0.9 and 0.999, the gradients 1 and 0 should take 0 to "
        f"{expected:.8f}, not to {float(got[0]):.8f}."
    )


def test_rate_may_be_set():
    """the attribute lr holds the rate, and the next step uses it"""
    weights, other = np.array([8.0]), np.array([8.0])
    optimizer = AdamW([weights], lr=0.25, weight_decay=1.0)
    assert getattr(optimizer, "lr", None) == 0.25, "The attribute lr should hold the rate, 0.25."
    optimizer.lr = 0.5
    optimizer.step([np.ones(1)])
    AdamW([other], lr=0.5, weight_decay=1.0).step([np.ones(1)])
    assert np.allclose(weights, other, rtol=1e-9), (
        "An optimizer whose lr was set from 0.25 to 0.5 should step as one made with 0.5, from 8 "
        f"to {shown(other)}, but it went to {shown(weights)}. The decay uses the rate, too."
    )


def test_updates_in_place():
    """the arrays that were given change, and the list holds the same ones"""
    params, grads = arrays(72), arrays(73)
    members, before = list(params), [param.copy() for param in params]
    optimizer = AdamW(params)
    for param, old in zip(members, before, strict=True):
        assert np.array_equal(param, old), "Making an optimizer should not change a parameter."
    result = optimizer.step(grads)
    assert result is None, "step should return nothing: the arrays of params change in place."
    for place, (param, old) in enumerate(zip(members, before, strict=True)):
        assert not np.any(param == old), (
            f"The array at place {place} (counting from 0) is not what changed. A layer that holds "
            "it would never learn: is a new array given the old one's name?"
        )
    same = len(params) == len(members) and all(map(lambda a, b: a is b, params, members))
    assert same, "The list params holds other arrays after the step. Write into the arrays."


def test_optimizers_do_not_share_a_state():
    """a second optimizer starts afresh"""
    AdamW([np.zeros(2)], lr=1.0).step([np.array([50.0, -50.0])])
    got = stepped([np.zeros(2)], [[np.array([-1.0, 1.0])]], lr=0.5)[0]
    assert np.allclose(got, [0.5, -0.5], rtol=1e-6), (
        "A new optimizer with lr 0.5 should take zeros with the gradient [-1, 1] to [0.5, -0.5] in "
        f"its first step, but they became {shown(got)}. Another optimizer was used before it."
    )


def test_gradients_are_left_unchanged():
    """grads is left unchanged, and may be overwritten after the step"""
    params, twin = arrays(74), arrays(74)
    first, second, spare = arrays(75), arrays(76), arrays(75)
    optimizer, other = AdamW(params, lr=0.1), AdamW(twin, lr=0.1)
    optimizer.step(first)
    for grad, copy in zip(first, spare, strict=True):
        assert np.array_equal(grad, copy), (
            "An array of grads holds other numbers after the step. The caller still needs it."
        )
    assert not np.array_equal(params[0], twin[0]), "The step did not change the parameters."
    other.step(spare)
    for grad in first:
        grad[...] = 1e6
    optimizer.step(second)
    other.step(second)
    for got, expected in zip(params, twin, strict=True):
        assert np.allclose(got, expected, rtol=1e-9), (
            "The caller overwrote its gradients after the first step, and the second step changed "
            f"with them: {shown(got)} instead of {shown(expected)}. Keep copies only."
        )
