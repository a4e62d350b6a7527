"""Hidden tests of layer-norm.

The hand-computed vectors have an eps so large that its place in the formula shows. The oracle uses
the statistics module, one vector at a time.
"""

import math
import statistics

import numpy as np
from solution import layer_norm


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def normalise(x, gain, bias, **options):
    """Return the submission's result as a plain array of floats, once its form is right."""
    result = layer_norm(x, gain, bias, **options)
    assert type(result) is np.ndarray, (
        f"layer_norm should return a NumPy array, but it returned {kind_of(result)}."
    )
    assert result.dtype.kind == "f", f"The result should hold floats, not {result.dtype} values."
    assert result.shape == x.shape, (
        f"The result should have the shape of x, {x.shape}, but its shape is {result.shape}."
    )
    return np.array(result, dtype=float)


def plainly(x, eps=1e-5):
    """Return the submission's result with gain 1 and bias 0."""
    return normalise(x, np.ones(x.shape[-1]), np.zeros(x.shape[-1]), eps=eps)


def one_vector(entries, gain, bias, eps):
    """Normalise a single vector, a list, with the statistics module."""
    mean = statistics.fmean(entries)
    root = math.sqrt(statistics.pvariance(entries) + eps)
    triples = zip(entries, gain, bias, strict=True)
    return [g * (entry - mean) / root + b for entry, g, b in triples]


def sample(seed, shape):
    """Return vectors away from 0, and a gain and a bias without symmetry."""
    generator = np.random.default_rng(seed)
    gain, bias = generator.uniform(0.5, 2.0, shape[-1]), generator.normal(size=shape[-1])
    return generator.normal(size=shape, loc=3.0, scale=2.0), gain, bias


def test_worked_vectors():
    """two vectors, computed by hand"""
    got = plainly(np.array([[1.0, 3.0, 1.0, 3.0], [0.0, 2.0, 12.0, 10.0]]), eps=3.0)
    assert np.allclose(got[0], [-0.5, 0.5, -0.5, 0.5], rtol=1e-6), (
        "The vector [1, 3, 1, 3] has the mean 2 and the variance 1. With eps = 3 the root is that "
        f"of 4, so the result should be [-0.5, 0.5, -0.5, 0.5], not {got[0].tolist()}."
    )
    expected = np.array([-6.0, -4.0, 6.0, 4.0]) / math.sqrt(29)
    assert np.allclose(got[1], expected, rtol=1e-6), (
        "The vector [0, 2, 12, 10] has the mean 6 and the variance 26, so with eps = 3 it should "
        f"be [-6, -4, 6, 4] divided by the root of 29, not {got[1].tolist()}."
    )


def test_gain_and_bias():
    """gain and bias: one of each for every entry, in this order"""
    x = np.array([[1.0, 3.0, 1.0, 3.0]])
    got = normalise(x, np.array([2.0, 4.0, -6.0, 0.0]), np.zeros(4), eps=3.0)
    assert np.allclose(got, [[-1.0, 2.0, 3.0, 0.0]], rtol=1e-6, atol=1e-9), (
        "The normalised entries -0.5, 0.5, -0.5, 0.5 times the gains 2, 4, -6, 0 should be "
        f"-1, 2, 3, 0, but the result is {got[0].tolist()}."
    )
    got = normalise(x, np.array([2.0, 4.0, -6.0, 0.0]), np.array([1.0, 2.0, 3.0, 4.0]), eps=3.0)
    assert np.allclose(got, [[0.0, 4.0, 6.0, 4.0]], rtol=1e-6, atol=1e-9), (
        "With the gains 2, 4, -6, 0 and the biases 1, 2, 3, 4 the result should be 0, 4, 6, 4, "
        f"but it is {got[0].tolist()}. The bias is added last."
    )


def test_default_eps():
    """eps is 1e-5 by default, and stands under the root"""
    x = np.array([0.001, -0.001])
    got = normalise(x, np.ones(2), np.zeros(2))
    expected = 0.001 / math.sqrt(1.1e-5)
    assert np.allclose(got, [expected, -expected], rtol=1e-6), (
        f"The variance of [0.001, -0.001] is 1e-6; with eps = 1e-5 beside it, the result should be "
        f"[{expected:.5f}, {-expected:.5f}], not {got.tolist()}."
    )


def test_any_number_of_axes():
    """each vector along the last axis is normalised for itself"""
    for shape in [(5,), (1, 3), (6, 2), (2, 3, 4), (2, 1, 3, 5)]:
        x, gain, bias = sample(81, shape)
        got = normalise(x, gain, bias, eps=0.1)
        for index in np.ndindex(shape[:-1]):
            expected = one_vector(x[index].tolist(), gain.tolist(), bias.tolist(), 0.1)
            assert np.allclose(got[index], expected, rtol=1e-6, atol=1e-9), (
                f"For x of shape {shape}, the vector at {index} should become "
                f"{np.round(expected, 4).tolist()}, not {np.round(got[index], 4).tolist()}."
            )


def test_mean_zero_and_variance_one():
    """with gain 1 and bias 0, every vector has mean 0 and variance 1"""
    got = plainly(sample(82, (3, 4, 16))[0], eps=1e-12)
    means = got.mean(axis=-1)
    assert np.allclose(means, 0.0, rtol=0, atol=1e-6), (
        f"Every vector should have the mean 0, but one has {means.ravel()[0]:.4g}."
    )
    variances = (got**2).mean(axis=-1)
    text = f"Every vector should have the variance 1, but the first has {variances.ravel()[0]:.4g}."
    assert np.allclose(variances, 1.0, rtol=0, atol=0.2), text
    assert np.allclose(variances, 1.0, rtol=1e-6), text + " Each vector has 16 entries."


def test_tokens_do_not_disturb_each_other():
    """changing one token leaves all the others as they were"""
    x, gain, bias = sample(83, (2, 4, 6))
    before = normalise(x, gain, bias)
    x[1, 2] += np.array([9.0, -4.0, 0.0, 1.0, 2.0, -7.0])
    moved = np.abs(normalise(x, gain, bias) - before).max(axis=-1)
    assert moved[1, 2] > 1e-6, "The token that was changed has the same output as before."
    moved[1, 2] = 0.0
    assert np.all(moved < 1e-9), (
        "Only token (1, 2) was changed, but another one moved as well: "
        f"{np.argwhere(moved >= 1e-9)[:1].tolist()}. Whose mean and variance does your code take?"
    )


def test_equal_entries():
    """a vector of equal entries comes out as the bias"""
    for x in [np.full((2, 3), 7.0), np.zeros((1, 3)), np.array([[4.0]])]:
        bias = np.array([1.0, -2.0, 0.5])[: x.shape[-1]]
        got = normalise(x, np.full(x.shape[-1], 2.0), bias)
        assert np.allclose(got, np.broadcast_to(bias, x.shape), rtol=1e-6), (
            f"All entries of each vector in {x.tolist()} are equal, so nothing but the bias "
            f"{bias.tolist()} should remain, but the result is {got.tolist()}."
        )


def test_large_offset():
    """a large offset costs no digits"""
    steps = np.array([0.0, 1.0, 2.0, 5.0])
    expected = one_vector(steps.tolist(), [1.0] * 4, [0.0] * 4, 1e-5)
    got = plainly(np.stack([steps, steps + 1e8]))
    assert np.allclose(got[0], expected, rtol=1e-6), (
        f"The vector [0, 1, 2, 5] should become {np.round(expected, 4).tolist()}, "
        f"but it becomes {got[0].tolist()}."
    )
    assert np.allclose(got[1], expected, rtol=1e-6), (
        "The same vector plus 100000000 has the same differences, so it should become "
        f"{np.round(expected, 4).tolist()} as well, but it becomes {got[1].tolist()}. "
        "How is the variance computed?"
    )


def test_inputs_are_left_unchanged():
    """x, gain and bias are left unchanged"""
    arrays = sample(84, (2, 3, 4))
    before = [array.copy() for array in arrays]
    normalise(*arrays)
    for name, now, then in zip(("x", "gain", "bias"), arrays, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Others still need it: use a new array."
        )
