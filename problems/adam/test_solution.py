"""Hidden tests of adam.

The moments and the parameter are checked on lines of their own, and each moment for itself. The
oracle never corrects a bias: it takes weighted means of all the gradients so far.
"""

import math

import numpy as np
from solution import adam_step


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step(param, grad, m, v, t, **options):
    """Return the submission's new parameter and moments as copies, once their form is right."""
    result = adam_step(param, grad, m, v, t, **options)
    assert type(result) is tuple, (
        f"adam_step should return a tuple (param, m, v), not {kind_of(result)}."
    )
    assert len(result) == 3, f"adam_step should return three arrays, not {len(result)}."
    for name, array in zip(("param", "m", "v"), result, strict=True):
        assert type(array) is np.ndarray, (
            f"The new {name} should be a NumPy array, not {kind_of(array)}."
        )
        assert array.dtype.kind == "f", f"The new {name} should hold floats, not {array.dtype}."
        assert array.shape == param.shape, (
            f"The new {name} should have the shape of param, {param.shape}, not {array.shape}."
        )
    return [np.array(array, dtype=float) for array in result]


def weighted_mean(history, beta):
    """Return the mean of a list of floats in which each counts beta times as much as the next."""
    weights = [beta**age for age in reversed(range(len(history)))]
    return math.fsum(map(float.__mul__, weights, history)) / math.fsum(weights)


def oracle(start, history, lr, beta1, beta2, eps):
    """Return where one weight ends up, given its gradients as a list of floats."""
    for t in range(1, len(history) + 1):
        seen = history[:t]
        size = math.sqrt(weighted_mean([g * g for g in seen], beta2))
        start -= lr * weighted_mean(seen, beta1) / (size + eps)
    return start


def shown(array):
    """Return an array's numbers, short enough for a message."""
    return np.round(array, 5).tolist()


def test_worked_moments():
    """m and v: the running averages, computed by hand"""
    state = [np.zeros(2), np.array([2.0, 0.5]), np.array([1.0, -2.0]), np.array([1.6, 0.1])]
    _, m, v = step(*state, 2, lr=0.5, beta1=0.75, beta2=0.5, eps=2.0)
    assert np.allclose(m, [1.25, -1.375], rtol=1e-9), (
        "Three quarters of m = [1, -2] plus a quarter of the gradient [2, 0.5] is [1.25, -1.375], "
        f"but your m is {shown(m)}. It is returned before the bias correction."
    )
    assert np.allclose(v, [2.8, 0.175], rtol=1e-9), (
        "Half of v = [1.6, 0.1] plus half of the squared gradient [4, 0.25] is [2.8, 0.175], "
        f"but your v is {shown(v)}. It is returned before the bias correction."
    )


def test_worked_steps():
    """the step, computed by hand with an eps so large that its place shows"""
    param = step(np.array([5.0]), np.array([4.0]), np.zeros(1), np.zeros(1), 1, lr=0.5, eps=1.0)[0]
    assert np.allclose(param, [4.6], rtol=1e-9), (
        "In step 1 with the gradient 4 the corrected moments are 4 and 16, so with lr 0.5 and "
        f"eps 1, 5 should become 5 - 0.5 * 4 / (4 + 1) = 4.6, not {shown(param)}."
    )
    state = [np.ones(2), np.array([2.0, 0.5]), np.array([1.0, -2.0]), np.array([1.6, 0.1])]
    param = step(*state, 2, lr=0.5, beta1=0.5, beta2=0.6, eps=2.0)[0]
    assert np.allclose(param, [0.75, 1.2], rtol=1e-9), (
        "In step 2 with beta1 0.5 and beta2 0.6, m = [1.5, -0.75] is corrected to [2, -1] and "
        "v = [2.56, 0.16] to [4, 0.25], so with lr 0.5 and eps 2 ones should become "
        f"[1 - 0.5 * 2 / 4, 1 + 0.5 * 1 / 2.5] = [0.75, 1.2], not {shown(param)}."
    )


def test_many_steps():
    """fifteen steps: the corrected moments are weighted means of all gradients so far"""
    generator = np.random.default_rng(31)
    start, grads = generator.normal(size=(2, 3)), generator.normal(size=(15, 2, 3), scale=3)
    param, m, v = start, np.zeros((2, 3)), np.zeros((2, 3))
    for t, grad in enumerate(grads, 1):
        param, m, v = step(param, grad, m, v, t, lr=0.1, beta1=0.8, beta2=0.95, eps=0.01)
    for index in np.ndindex(2, 3):
        history = [float(grad[index]) for grad in grads]
        expected = oracle(float(start[index]), history, 0.1, 0.8, 0.95, 0.01)
        assert math.isclose(param[index], expected, rel_tol=1e-6), (
            f"After 15 steps the parameter at {index} should be {expected:.6f}, not "
            f"{param[index]:.6f}. Do m and v come back as the next step needs them?"
        )


def test_first_step_is_the_learning_rate():
    """the first step is as long as the learning rate, whatever the gradient's size"""
    grad = np.array([[1e-3, -1e-2], [7.0, -1e6]])
    param = step(np.zeros((2, 2)), grad, np.zeros((2, 2)), np.zeros((2, 2)), 1, lr=0.25)[0]
    longest = float(np.abs(param).max())
    assert longest < 0.26, (
        f"With lr 0.25 a first step should be 0.25 long, but one of yours is {longest:.6g}."
    )
    assert np.allclose(param, -0.25 * np.sign(grad), rtol=1e-4), (
        f"The first step should take 0.25 off where the gradient is positive, and add 0.25 where "
        f"it is negative, but zeros became {shown(param)}."
    )


def test_defaults():
    """lr, beta1, beta2 and eps have the usual defaults"""
    param, m, v = step(np.ones(1), np.array([10.0]), np.zeros(1), np.zeros(1), 1)
    assert np.allclose(m, [1.0], rtol=1e-6), f"beta1 is 0.9 by default: m is 1, not {shown(m)}."
    assert np.allclose(v, [0.1], rtol=1e-6), f"beta2 is 0.999 by default: v is 0.1, not {shown(v)}."
    assert np.allclose(1 - param, [1e-3], rtol=1e-6), (
        f"lr is 0.001 by default, and so is the first step, but yours is {float(1 - param[0]):.6g}."
    )
    tiny = step(np.zeros(1), np.array([1e-8]), np.zeros(1), np.zeros(1), 1, lr=1.0)[0]
    assert np.allclose(tiny, [-0.5], rtol=1e-6), (
        "eps is 1e-8 by default, so a first gradient of 1e-8 is divided by 1e-8 + 1e-8: with lr 1, "
        f"0 should become -0.5, not {float(tiny[0]):.6g}."
    )


def test_each_correction():
    """each moment is corrected with its own beta"""
    state = [np.zeros(1), np.array([4.0]), np.zeros(1), np.zeros(1)]
    got = -float(step(*state, 3, lr=1.0, beta1=0.5, beta2=0.0)[0][0])
    assert math.isclose(got, 0.5 / 0.875, rel_tol=1e-6), (
        "With beta2 = 0 the second moment is the squared gradient and needs no correction. With "
        "beta1 = 0.5 and t = 3 the first should be divided by 1 - 0.5 ** 3 = 0.875, so that the "
        f"step with lr 1 is {0.5 / 0.875:.6f} long, not {got:.6f}."
    )
    got = -float(step(*state, 2, lr=1.0, beta1=0.0, beta2=0.75)[0][0])
    assert math.isclose(got, math.sqrt(0.4375 / 0.25), rel_tol=1e-6), (
        "With beta1 = 0 the first moment is the gradient and needs no correction. With beta2 = "
        "0.75 and t = 2 the second should be divided by 1 - 0.75 ** 2 = 0.4375, so that the step "
        f"with lr 1 is {math.sqrt(0.4375 / 0.25):.6f} long, not {got:.6f}."
    )


def test_after_many_steps():
    """after a million steps the correction has faded, and eps stands outside the root"""
    state = [np.zeros(1), np.array([3.0]), np.array([3.0]), np.array([9.0])]
    got = -float(step(*state, 10**6, lr=1.0, eps=2.0)[0][0])
    assert math.isclose(got, 0.6, rel_tol=1e-6), (
        "When the gradient has been 3 for ever, m is 3 and v is 9. With lr 1 and eps 2 the step "
        f"should be 3 / (3 + 2) = 0.6 long, not {got:.6f}."
    )


def test_zero_gradients():
    """no gradient yet: nothing moves; none any more: the first moment still carries the step"""
    zeros = np.zeros(2)
    param, m, v = step(np.array([3.0, -4.0]), zeros, zeros, zeros, 1)
    assert np.array_equal(param, [3.0, -4.0]), (
        f"Where all gradients were 0 the parameter should stay [3, -4], not {param.tolist()}."
    )
    assert not np.any(m) and not np.any(v), "Moments of zeros are zeros, without a gradient."
    param = step(zeros, zeros, np.array([0.5, -0.5]), np.ones(2), 3, lr=0.1)[0]
    assert param[0] < 0 < param[1], (
        "The gradient is 0 now but m still points somewhere, so the parameter should go on, "
        f"against m = [0.5, -0.5]. From zeros yours went to {shown(param)}."
    )


def test_any_shape():
    """every entry is for itself, in arrays of any shape"""
    for shape in [(1,), (4, 2), (2, 1, 3), (0,)]:
        generator = np.random.default_rng(32)
        param, grad, m = generator.normal(size=(3, *shape))
        v = generator.uniform(0.5, 2.0, size=shape)
        whole = step(param, grad, m, v, 4, lr=0.3)
        for index in np.ndindex(shape):
            cells = [array[index].reshape(1) for array in (param, grad, m, v)]
            for name, got, alone in zip("pmv", whole, step(*cells, 4, lr=0.3), strict=True):
                assert np.allclose(got[index], alone[0], rtol=1e-9), (
                    f"In arrays of shape {shape}, the new {'param' if name == 'p' else name} at "
                    f"{index} is {got[index]:.6g}, but {alone[0]:.6g} if that entry is alone."
                )


def test_inputs_are_left_unchanged():
    """param, grad, m and v are left unchanged, and the same step again gives the same"""
    arrays = list(np.random.default_rng(33).uniform(0.5, 2.0, size=(4, 2, 3)))
    before = [array.copy() for array in arrays]
    first = step(*arrays, 3)
    for name, now, then in zip(("param", "grad", "m", "v"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the step. `*=`, `+=` and `-=` write into the "
            "caller's array: make a new one."
        )
    for new in adam_step(*arrays, 3):
        assert not any(np.shares_memory(new, old) for old in arrays), (
            "A returned array shares memory with one that was passed in. Who keeps the old one "
            "would see it change with the new."
        )
    for got, expected in zip(step(*arrays, 3), first, strict=True):
        assert np.array_equal(got, expected), (
            "Called twice with the same arguments, adam_step gives two different answers. The "
            "moments and t come in as arguments: nothing needs to be kept."
        )
