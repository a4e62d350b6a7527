"""Hidden tests of pca.

Components are recognised by what they are for: scores that are uncorrelated, with the largest
variances there are. Data with known components is made from orthogonal directions.
"""

import math

import numpy as np
from solution import pca


def sample(seed, n, d):
    """Return random data with a different spread in every direction, far from zero."""
    generator = np.random.default_rng(seed)
    mixed = generator.normal(size=(n, d)) * 2.0 ** np.arange(d) @ generator.normal(size=(d, d))
    return mixed + generator.normal(size=d, scale=20)


def variance(values):
    """Return the variance of a list of numbers, with the divisor n - 1."""
    mean = math.fsum(values) / len(values)
    return math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def analysed(x, k):
    """Return the submission's three arrays as plain copies, once their form is right."""
    result = pca(x, k)
    assert type(result) is tuple, (
        f"pca should return a tuple of three arrays, but it returned {kind_of(result)}."
    )
    assert len(result) == 3, f"pca should return three things, not {len(result)}."
    shapes = {"components": (k, x.shape[1]), "variances": (k,), "scores": (len(x), k)}
    for (name, shape), array in zip(shapes.items(), result, strict=True):
        assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, but it holds {array.dtype}."
        assert array.shape == shape, (
            f"For x of shape {x.shape} and k = {k}, {name} should have shape {shape}, but it has "
            f"{array.shape}."
        )
    return [np.array(array, dtype=float) for array in result]


def test_worked_values():
    """pca: points on a line, computed by hand"""
    x = np.array([[1.0, 25.0], [13.0, 30.0], [25.0, 35.0], [37.0, 40.0]])
    direction = np.array([12.0, 5.0]) / 13
    components = analysed(x - x.mean(axis=0) + 10, 1)[0]
    assert np.allclose(np.abs(components @ direction), 1, rtol=1e-6), (
        "From point to point it is 12 to the right and 5 up, and the mean is at (10, 10), so the "
        f"component is [12/13, 5/13], but yours is {components.round(4).tolist()}."
    )
    components, variances, scores = analysed(x, 1)
    assert np.allclose(np.abs(components @ direction), 1, rtol=1e-6), (
        "From point to point it is 12 to the right and 5 up, and the mean is at (19, 32.5), so the "
        f"component is [12/13, 5/13], but yours is {components.round(4).tolist()}."
    )
    expected = 169 * 5 / 3
    assert not np.isclose(variances[0], math.sqrt(expected), rtol=1e-6), (
        f"What you return as variance, {variances[0]:.6g}, is the standard deviation."
    )
    assert np.isclose(variances[0], expected, rtol=1e-6), (
        "The points are at -19.5, -6.5, 6.5 and 19.5 along the line, so the variance is "
        f"{expected:.6g}, with the divisor n - 1, but yours is {variances[0]:.6g}."
    )
    got = np.sort(scores[:, 0])
    assert np.allclose(got, [-19.5, -6.5, 6.5, 19.5], rtol=1e-6), (
        "Along the line, measured from the mean, the points are at -19.5, -6.5, 6.5 and 19.5, but "
        f"your scores are {scores[:, 0].round(4).tolist()}."
    )


def test_components_are_at_right_angles():
    """pca: components have length 1 and are at right angles"""
    for seed, (n, d, k) in enumerate([(8, 3, 3), (6, 4, 2), (4, 6, 3)]):
        components = analysed(sample(seed, n, d), k)[0]
        got = components @ components.T
        assert np.allclose(got, np.eye(k), rtol=0, atol=1e-9), (
            f"For {n} examples with {d} features, the products of your {k} components with each "
            f"other are {got.round(4).tolist()}, where 1 and 0 are due."
        )


def test_scores_are_uncorrelated():
    """pca: scores are uncorrelated, and their variances fall"""
    for seed, (n, d, k) in enumerate([(9, 3, 3), (7, 4, 2), (5, 8, 4)]):
        _, variances, scores = analysed(sample(seed + 10, n, d), k)
        assert np.all(np.diff(variances) < 0), (
            f"The largest variance comes first, but yours are {variances.round(4).tolist()}."
        )
        assert np.allclose(scores.sum(axis=0), 0, rtol=0, atol=1e-6), (
            "Scores are measured from the mean, so each column of them adds up to 0, but yours add "
            f"up to {scores.sum(axis=0).round(4).tolist()}."
        )
        expected = [variance(column) for column in scores.T.tolist()]
        assert np.allclose(variances, expected, rtol=1e-6), (
            f"Your scores have the variances {np.round(expected, 4).tolist()}, but you return "
            f"{variances.round(4).tolist()}."
        )
        products = scores.T @ scores / (n - 1)
        assert np.allclose(products, np.diag(variances), rtol=1e-6, atol=1e-6), (
            "Scores along different components should be uncorrelated, but yours are not: are the "
            "components those of the data, without any scaling?"
        )


def test_no_direction_spreads_more():
    """pca: no other direction has a larger variance"""
    x = sample(20, 12, 4)
    variances = analysed(x, 1)[1]
    for direction in np.random.default_rng(21).normal(size=(50, 4)):
        along = (x @ (direction / np.linalg.norm(direction))).tolist()
        assert variance(along) <= variances[0] * (1 + 1e-9), (
            f"Along {(direction / np.linalg.norm(direction)).round(3).tolist()} the variance is "
            f"{variance(along):.6g}, larger than your largest, {variances[0]:.6g}."
        )


def test_all_components_rebuild_the_data():
    """pca: with all components, scores and mean give the data back"""
    for seed, (n, d) in enumerate([(7, 3), (3, 3), (9, 1)]):
        x = sample(seed + 30, n, d)
        components, variances, scores = analysed(x, d)
        got = scores @ components + x.mean(axis=0)
        assert np.allclose(got, x, rtol=1e-6), (
            f"For {n} examples with {d} features, all scores times all components, plus the mean, "
            "should be the data again. Do the signs of both belong together?"
        )
        total = math.fsum(variance(column) for column in x.T.tolist())
        assert np.isclose(math.fsum(variances.tolist()), total, rtol=1e-6), (
            f"All variances together are those of the columns, {total:.6g}, but yours add up to "
            f"{math.fsum(variances.tolist()):.6g}."
        )


def test_signs():
    """pca: the largest entry of every component is positive"""
    for seed in range(4):
        wide = sample(seed + 45, 9, 3) * np.array([1e6, 1.0, 1.0])
        for data in (wide, -wide, wide[::-1], -wide[::-1]):
            first = analysed(data, 1)[0][0].tolist()
            assert first[0] > 0, (
                f"The first entry of {first} is by far the largest in size, but it is negative."
            )
    for seed in range(4):
        x = sample(seed + 40, 9, 4)
        for data in (x, -x, x[:, ::-1]):
            components = analysed(data, 4)[0]
            for row in components.tolist():
                assert max(row, key=abs) > 0, (
                    f"The largest entry of {np.round(row, 4).tolist()} in absolute value is "
                    "negative. Turn such a component round, and its scores with it."
                )


def test_small_spreads_are_found():
    """pca: a direction with a billionth of the spread"""
    steps, small = np.array([-3.0, -1.0, 1.0, 3.0]), 2.0**-30 * np.array([1.0, -1.0, -1.0, 1.0])
    x = np.outer(steps, [1.0, 1.0]) + np.outer(small, [1.0, -1.0])
    components, variances, _ = analysed(x, 2)
    assert np.allclose(np.abs(components), math.sqrt(0.5), rtol=1e-6), (
        "The data spreads along the two diagonals, so all entries are 0.7071 in size, but yours "
        f"are {components.round(4).tolist()}."
    )
    expected = 8 * 2.0**-60 / 3
    assert np.isclose(variances[1] / expected, 1, rtol=1e-3), (
        f"Across the diagonal the variance is {expected:.4g}, but yours is {variances[1]:.4g}. A "
        "product such as x.T @ x has no room for it beside the large one."
    )


def test_fewer_components_are_the_first_ones():
    """pca: fewer components are the first of all"""
    x = sample(50, 8, 4)
    everything, some = analysed(x, 4), analysed(x, 2)
    for name, got, expected in zip(
        ["components", "variances", "scores"],
        some,
        [everything[0][:2], everything[1][:2], everything[2][:, :2]],
        strict=True,
    ):
        assert np.allclose(got, expected, rtol=1e-6), (
            f"With k = 2, {name} should be the first two of those with k = 4."
        )


def test_input_is_left_unchanged():
    """x is left unchanged"""
    x = sample(60, 5, 3)
    before = x.copy()
    analysed(x, 2)
    assert np.array_equal(x, before), (
        "pca changed x. `x -= x.mean(axis=0)` writes into the caller's array."
    )
