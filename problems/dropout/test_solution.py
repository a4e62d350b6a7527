"""Hidden tests of dropout.

Which entries are dropped, how large the others become, and evaluation are told apart by checks on
lines of their own.
"""

import math

import numpy as np
from solution import dropout_backward, dropout_forward

SHAPES = [(1,), (7,), (3, 5), (4, 1), (2, 3, 4)]


def generator(seed=0):
    """Return a new generator, always the same for one seed."""
    return np.random.default_rng(seed)


def sample(seed, shape):
    """Return floats of both signs, none of them near 0."""
    rng = generator(seed + 1000)
    return rng.uniform(0.5, 3.0, shape) * np.where(rng.random(shape) < 0.5, -1.0, 1.0)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def plain(array, name, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
    assert array.shape == shape, f"{name} should have the shape {shape}, but it has {array.shape}."
    return np.array(array, dtype=float)


def forward(x, p, rng, **options):
    """Return the submission's output and mask, once their form is right."""
    result = dropout_forward(x, p, rng, **options)
    assert type(result) is tuple, (
        f"dropout_forward should return a tuple (out, mask), but it returned {kind_of(result)}."
    )
    assert len(result) == 2, f"dropout_forward should return two arrays, not {len(result)}."
    out, mask = result
    return plain(out, "The output", x.shape), plain(mask, "The mask", x.shape)


def backward(grad, mask):
    """Return the submission's gradient, once its form is right."""
    return plain(dropout_backward(grad, mask), "The gradient", grad.shape)


def test_which_entries_are_dropped():
    """forward: an entry is dropped if its number is below p"""
    for seed, shape in enumerate(SHAPES):
        numbers, x = generator(seed).random(shape), sample(seed, shape)
        p = float(np.sort(numbers, axis=None)[numbers.size // 2])  # one number is p itself
        out, mask = forward(x, p, generator(seed))
        at_p = tuple(int(i) for i in np.argwhere(numbers == p)[0])
        for index in np.ndindex(shape):
            fate = "dropped" if numbers[index] < p else "kept"
            text = f"With p = {p:.4f} and the random number {numbers[index]:.4f}, the entry at "
            text += f"{index} should be {fate}, but it became {out[index]:.4g}."
            if index != at_p:
                assert (out[index] == 0) == (fate == "dropped"), text
        assert out[at_p] != 0, f"The number at {at_p} is p itself, and not below it: keep that one."
        assert np.array_equal(mask == 0, out == 0), (
            "The mask should be 0 just where the output is: it is what x is multiplied by."
        )


def test_kept_entries_are_enlarged():
    """forward: kept entries are divided by the probability to be kept"""
    x = np.array([3.0, -6.0, 9.0, 12.0, -15.0, 18.0, 21.0, 24.0])
    for p, larger in [(0.25, 4 / 3), (0.5, 2.0), (0.75, 4.0)]:
        out, mask = forward(x.copy(), p, generator(2))
        kept = [i for i, number in enumerate(generator(2).random(8).tolist()) if number >= p]
        for i in kept:
            assert out[i] != x[i], (
                f"With p = {p} the kept entry {x[i]:g} is as large as before. The entries that are "
                "kept have to make up for those that are dropped."
            )
            assert math.isclose(out[i], x[i] * larger, rel_tol=1e-6), (
                f"With p = {p} a kept entry should be {larger:.4g} times as large: {x[i]:g} should "
                f"become {x[i] * larger:g}, but it became {out[i]:.6g}."
            )
            assert math.isclose(mask[i], larger, rel_tol=1e-6), (
                f"With p = {p} a kept entry's place in the mask should hold {larger:.4g}, which is "
                f"what x was multiplied by, but it holds {mask[i]:.6g}."
            )


def test_the_mean_stays():
    """forward: the mean of many entries stays, and a share p is 0"""
    for p in [0.1, 0.5, 0.8]:
        out, _ = forward(np.ones((100, 200)), p, generator(3))
        share = float(np.mean(out == 0))
        assert abs(share - p) < 0.02, (
            f"With p = {p} about {p:.0%} of 20000 entries should be 0, but {share:.1%} are."
        )
        whole = int(np.sum(np.all(out == 0, axis=0)) + np.sum(np.all(out == 0, axis=1)))
        assert whole == 0, (
            f"Of 100 rows and 200 columns, {whole} are 0 all through. Each entry needs a decision "
            "of its own, not one for its whole row or column."
        )
        assert abs(out.mean() - 1.0) < 0.1, (
            f"With p = {p} the mean of many ones should still be about 1, but it is "
            f"{out.mean():.3f}. What has to happen to the entries that are kept?"
        )


def test_evaluation():
    """forward: in evaluation the output is the input, and the mask is all ones"""
    for seed, shape in enumerate(SHAPES):
        x, rng = sample(seed, shape), generator(seed)
        out, mask = forward(x, 0.9, rng, training=False)
        assert not np.any(out == 0), "In evaluation nothing is dropped, but your output has zeros."
        assert np.allclose(out, x, rtol=1e-9), (
            f"In evaluation the output should be x itself, but {x.flat[0]:.4f} became "
            f"{out.flat[0]:.4f}. The correction has been made while training."
        )
        assert np.all(mask == 1), f"In evaluation the mask should be all ones, not {mask.tolist()}."
        got, expected = rng.random(), generator(seed).random()
        assert got == expected, (
            "In evaluation nothing is random, but your code has drawn from rng. Whatever is drawn "
            "from it next differs for that reason."
        )


def test_without_dropout():
    """forward: p = 0 drops nothing, in training as well"""
    for shape in SHAPES:
        x = sample(4, shape)
        out, mask = forward(x, 0.0, generator(4))
        assert np.array_equal(out, x), f"With p = 0 the output should be x, but {x} became {out}."
        assert np.all(mask == 1), f"With p = 0 the mask should be all ones, not {mask.tolist()}."


def test_one_call_of_the_generator():
    """forward: asks the given generator once, so another call gives another mask"""
    x, rng = np.ones((4, 6)), generator(5)
    numbers = generator(5).random((3, 4, 6))
    for turn in range(3):
        _, mask = forward(x, 0.5, rng)
        assert np.array_equal(mask > 0, numbers[turn] >= 0.5), (
            f"Call {turn + 1} with the same generator should use its next 24 numbers. Does your "
            "code use the rng it is given, and ask it once?"
        )
    _, again = forward(x, 0.5, generator(5), training=True)
    assert np.array_equal(again > 0, numbers[0] >= 0.5), (
        "With a generator of the same seed, the first mask should come again."
    )


def test_backward_with_given_masks():
    """backward: the gradient times the mask, by hand"""
    mask = np.array([[2.5, 0.0, 2.5], [0.0, 2.5, 0.0]])
    got = backward(np.array([[2.0, 3.0, -4.0], [5.0, 0.5, -1.0]]), mask)
    text = f"but the gradient is {got.tolist()}"
    dropped = got[mask == 0]
    assert np.all(dropped == 0), f"Dropped entries cannot change the loss, {text}. They get 0."
    assert np.allclose(got[mask > 0], [5.0, -10.0, 1.25], rtol=1e-9), (
        f"Kept entries were multiplied by 2.5, and 2, -4, 0.5 should be as well: 5, -10, 1.25; "
        f"{text}."
    )
    got = backward(np.array([7.0, -8.0]), np.ones(2))
    assert np.array_equal(got, [7.0, -8.0]), (
        f"With a mask of ones, as in evaluation, [7, -8] should pass as it is, {text}."
    )


def test_backward_is_the_slope_of_forward():
    """backward: agrees with nudging each entry, with the same random numbers"""
    for seed, shape in enumerate(SHAPES):
        x, weights, step = sample(seed, shape), sample(seed + 50, shape), 1e-5
        _, mask = forward(x, 0.4, generator(seed))
        got = backward(weights, mask)
        for index in np.ndindex(shape):
            around = []
            for nudge in (step, -step):
                moved = x.copy()
                moved[index] += nudge
                around.append(np.sum(weights * forward(moved, 0.4, generator(seed))[0]))
            expected = (around[0] - around[1]) / (2 * step)
            assert abs(got[index] - expected) < 1e-4, (
                f"Nudging the entry at {index} shows the slope {expected:.5g}, but the gradient "
                f"there is {got[index]:.5g}."
            )


def test_arrays_are_left_alone():
    """x, grad and mask are left unchanged, and the results are new arrays"""
    x, grad, mask = sample(6, (3, 4)), sample(7, (3, 4)), np.full((3, 4), 2.0)
    given, before = [x, grad, mask], [x.copy(), grad.copy(), mask.copy()]
    results = [*dropout_forward(x, 0.5, generator(6))]
    results += dropout_forward(x, 0.5, generator(6), training=False)
    results += [*dropout_forward(x, 0.0, generator(6)), dropout_backward(grad, mask)]
    for name, now, then in zip(("x", "grad", "mask"), given, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: make a new array."
        )
        assert not any(np.shares_memory(now, result) for result in results), (
            f"A result shares its memory with {name}: who changes one changes the other. "
            "Return a copy."
        )
