"""Hidden tests of weight-initialisation.

The spread of many weights is measured, and a few weights are compared one by one with the
generator's own numbers, so that a wrong spread is told from a wrong draw.
"""

import math

import numpy as np
from solution import he_normal, he_uniform, xavier_normal, xavier_uniform

FUNCTIONS = {
    "xavier_normal": xavier_normal,
    "xavier_uniform": xavier_uniform,
    "he_normal": he_normal,
    "he_uniform": he_uniform,
}
VARIANCES = {
    (300, 100): {"xavier": 1 / 200, "he": 1 / 150},
    (50, 150): {"xavier": 1 / 100, "he": 1 / 25},
}


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def weights(name, n_in, n_out, rng):
    """Return the submission's weights as a plain copy, once their form is right."""
    W = FUNCTIONS[name](n_in, n_out, rng)
    assert type(W) is np.ndarray, f"{name} should return a NumPy array, but it gave {kind_of(W)}."
    assert W.dtype.kind == "f", f"{name} should return floats, not {W.dtype} values."
    assert W.shape == (n_in, n_out), (
        f"{name} should return {n_in} rows and {n_out} columns, one row for each input, but the "
        f"shape is {W.shape}."
    )
    return np.array(W, dtype=float)


def shape_of_distribution(W):
    """Return the mean fourth power over the squared variance: normal 3, uniform 1.8."""
    return float(np.mean(W**4) / np.mean(W**2) ** 2)


def check_spread(name, family):
    """Measure the spread of many weights, for a layer that narrows and one that widens."""
    for (n_in, n_out), variance in VARIANCES.items():
        W = weights(name, n_in, n_out, np.random.default_rng(n_in))
        assert W.std() > 0, f"All weights of {name} are {W[0, 0]:g}: the units need to differ."
        assert abs(W.mean()) < 0.1 * W.std(), (
            f"The weights of {name} should have the mean 0, but it is {W.mean():.4f}, with a "
            f"standard deviation of {W.std():.4f}."
        )
        got, expected = float(W.std()), math.sqrt(variance[family])
        assert math.isclose(got, expected, rel_tol=0.03), (
            f"For {n_in} inputs and {n_out} outputs {name} should give a standard deviation of "
            f"about {expected:.4f} (the root of {variance[family]:.5f}), but it is {got:.4f}."
        )


def test_xavier_spread():
    """Xavier: mean 0 and variance 2 / (n_in + n_out)"""
    check_spread("xavier_normal", "xavier")
    check_spread("xavier_uniform", "xavier")


def test_he_spread():
    """He: mean 0 and variance 2 / n_in"""
    check_spread("he_normal", "he")
    check_spread("he_uniform", "he")


def test_normal_or_uniform():
    """two functions are normal, two are uniform"""
    for name in FUNCTIONS:
        got = shape_of_distribution(weights(name, 120, 110, np.random.default_rng(7)))
        expected = 3.0 if name.endswith("normal") else 1.8
        assert abs(got - expected) < 0.3, (
            f"The mean fourth power of the weights over their squared variance is {got:.2f} for "
            f"{name}: about 3 belongs to a normal distribution, about 1.8 to a uniform one."
        )


def test_uniform_interval():
    """the uniform weights fill their interval, and do not leave it"""
    for name, limit in [("xavier_uniform", 0.2), ("he_uniform", math.sqrt(0.06))]:
        W = weights(name, 100, 50, np.random.default_rng(8))
        assert np.all(np.abs(W) <= limit), (
            f"{name} for 100 inputs and 50 outputs should stay between -{limit:.4f} and "
            f"{limit:.4f}, but it reaches {np.abs(W).max():.4f}."
        )
        ends = float(W.min()), float(W.max())
        assert ends[0] < -0.98 * limit and ends[1] > 0.98 * limit, (
            f"{name} for 100 inputs and 50 outputs should fill the interval from -{limit:.4f} to "
            f"{limit:.4f}, but 5000 weights lie between {ends[0]:.4f} and {ends[1]:.4f}."
        )


def test_the_generators_numbers():
    """the weights are those of one draw from the given generator"""
    spreads = {"xavier": 0.5, "he": 1.0}  # the roots of 2 / (2 + 6) and of 2 / 2
    for name in FUNCTIONS:
        rng, twin = np.random.default_rng(9), np.random.default_rng(9)
        for turn in range(2):
            got = weights(name, 2, 6, rng)
            if name.endswith("normal"):
                expected = twin.standard_normal((2, 6))
            else:
                expected = (2 * twin.random((2, 6)) - 1) * math.sqrt(3)
            expected *= spreads[name.split("_")[0]]
            assert np.allclose(got, expected, rtol=1e-6, atol=1e-9), (
                f"Call {turn + 1} of {name} for 2 inputs and 6 outputs with the generator of seed "
                f"9 should begin with {expected[0, 0]:.5f}, but it begins with {got[0, 0]:.5f}. "
                "Is rng asked once, for all weights together?"
            )


def test_one_input_and_one_output():
    """layers with a single input or a single output"""
    for n_in, n_out in [(1, 1), (1, 4), (4, 1)]:
        for name in FUNCTIONS:
            got = weights(name, n_in, n_out, np.random.default_rng(10))
            assert np.all(np.isfinite(got)), (
                f"{name}({n_in}, {n_out}) should hold finite numbers, not {got.tolist()}."
            )
            again = weights(name, n_in, n_out, np.random.default_rng(10))
            assert np.array_equal(got, again), f"{name} gives other weights for the same seed."


def test_signals_keep_their_size():
    """twenty layers: He keeps the signal through ReLU, Xavier without"""
    for name in FUNCTIONS:
        rng = np.random.default_rng(11)
        signal = rng.normal(size=(32, 128))
        for _ in range(20):
            signal = signal @ weights(name, 128, 128, rng)
            if name.startswith("he"):
                signal = np.maximum(signal, 0.0)
        got = float(np.mean(signal**2))
        assert 0.1 < got < 10, (
            f"After twenty layers with {name} the signal's mean square should still be around 1, "
            f"but it is {got:.3g}."
        )


def test_wider_layers_have_smaller_weights():
    """more inputs make weights smaller; more outputs only matter to Xavier"""
    for name in FUNCTIONS:
        small, deep, wide = (
            float(np.abs(weights(name, *shape, np.random.default_rng(12))[0, 0]))
            for shape in [(5, 5), (45, 5), (5, 45)]
        )
        assert min(small, deep, wide) > 0, f"{name} gives a weight of 0, which is hardly chance."
        both = math.sqrt(5.0)
        expected = (3.0, 1.0) if name.startswith("he") else (both, both)
        got = small / deep, small / wide
        assert math.isclose(got[0], expected[0], rel_tol=1e-6), (
            f"With 45 inputs in the place of 5, the weights of {name} should be {expected[0]:.4f} "
            f"times smaller, but they are {got[0]:.4f} times smaller."
        )
        assert math.isclose(got[1], expected[1], rel_tol=1e-6), (
            f"With 45 outputs in the place of 5, the weights of {name} should be {expected[1]:.4f} "
            f"times smaller, but they are {got[1]:.4f} times smaller."
        )
