"""Hidden tests of linear-regression-closed-form.

The best fit is recognised by what makes it best: errors that add up to 0 and that have nothing in
common with any feature. Hard data comes from exact weights, so that the right answer is known.
"""

import math

import numpy as np
from solution import fit_linear


def sample(seed, n, d):
    """Return random features and targets that no plane fits exactly."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=(n, d), scale=2), generator.normal(size=n, scale=2)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def fitted(x, y):
    """Return the submission's weights and intercept as plain copies, once their form is right."""
    result = fit_linear(x, y)
    assert type(result) is tuple, (
        f"fit_linear should return a tuple (w, b), but it returned {kind_of(result)}."
    )
    assert len(result) == 2, f"fit_linear should return two things, not {len(result)}."
    w, b = result
    assert type(w) is np.ndarray, f"The weights should be a NumPy array, not {kind_of(w)}."
    assert w.dtype.kind == "f", f"The weights should be floats, but they are {w.dtype}."
    assert w.shape == (x.shape[1],), (
        f"There is one weight for each of {x.shape[1]} features, so w should have shape "
        f"{(x.shape[1],)}, but it has shape {w.shape}."
    )
    assert type(b) is float or type(b) is np.float64, (
        f"The intercept should be a float, not {kind_of(b)}."
    )
    return np.array(w, dtype=float), float(b)


def test_line_through_three_points():
    """fit_linear: a line computed by hand"""
    w, b = fitted(np.array([[0.0], [1.0], [2.0]]), np.array([0.0, 1.0, 3.0]))
    assert np.allclose(w, [1.5], rtol=1e-9), (
        "The best line through (0, 0), (1, 1) and (2, 3) has the slope 3/2, "
        f"but yours has {w.tolist()}."
    )
    assert np.isclose(b, -1 / 6, rtol=1e-9), (
        "The best line through (0, 0), (1, 1) and (2, 3) meets x = 0 at -1/6, but yours "
        f"meets it at {b:.6g}."
    )


def test_exact_weights_are_found():
    """fit_linear: targets made from weights give them back"""
    for seed, (n, d) in enumerate([(4, 3), (9, 2), (30, 5), (2, 1)]):
        x, _ = sample(seed, n, d)
        expected = np.arange(1.0, d + 1) * (-1) ** np.arange(d)
        w, b = fitted(x, x @ expected + 7.5)
        assert np.allclose(w, expected, rtol=1e-6), (
            f"{n} targets were made with the weights {expected.tolist()} and the intercept 7.5, "
            f"but your weights are {w.round(6).tolist()}."
        )
        assert np.isclose(b, 7.5, rtol=1e-6), f"The intercept should be 7.5, but it is {b:.6g}."


def test_errors_have_nothing_left_to_explain():
    """fit_linear: the errors add up to 0 and are orthogonal to every feature"""
    for seed, (n, d) in enumerate([(6, 2), (12, 4), (5, 1)]):
        x, y = sample(seed + 10, n, d)
        w, b = fitted(x, y)
        errors = [math.fsum([*(row * w).tolist(), b]) for row in x] - y
        total = math.fsum(errors.tolist())
        assert abs(total) < 1e-9, (
            f"The errors of {n} examples add up to {total:.6g}, so another intercept would fit "
            "better."
        )
        for feature in range(d):
            overlap = math.fsum((errors * x[:, feature]).tolist())
            assert abs(overlap) < 1e-9, (
                f"The errors times feature {feature} add up to {overlap:.6g}, not 0, so another "
                "weight would fit better."
            )


def test_features_far_from_zero():
    """fit_linear: features with a large offset"""
    steps = np.arange(10.0)
    for offset in [1e3, 1e6, 1.7e9]:
        w, b = fitted((offset + steps)[:, None], 3 * steps + 5)
        assert np.allclose(w, [3.0], rtol=1e-4), (
            f"Ten points rise by 3 from one to the next, with x beginning at {offset:g}, so the "
            f"slope is 3, but yours is {w[0]:.6g}. Where do the digits go?"
        )
        assert np.isclose(b, 5 - 3 * offset, rtol=1e-4), (
            f"With x beginning at {offset:g} the intercept is {5 - 3 * offset:.6g}, not {b:.6g}."
        )


def test_nearly_parallel_features():
    """fit_linear: features that are almost the same"""
    steps = np.arange(8.0)
    bend = np.array([1.0, -1.0, 0.0, 0.0, 0.0, 0.0, -1.0, 1.0])
    x = np.stack([steps, steps + 2.0**-30 * bend], axis=1)
    w, _ = fitted(x, 4 * steps - 2.0**-30 * bend)
    assert np.allclose(w, [5.0, -1.0], rtol=1e-4), (
        "Two features that differ only in the ninth digit have the weights 5 and -1, but yours are "
        f"{w.tolist()}. A product such as x.T @ x has no room for such a difference."
    )


def test_dependent_features_share_the_weight():
    """fit_linear: of equally good weights, the shortest"""
    steps = np.arange(5.0)
    x = np.stack([steps, 2 * steps, np.full(5, 3.0)], axis=1)
    w, b = fitted(x, 10 * steps + 1)
    assert np.allclose(x @ w + b, 10 * steps + 1, rtol=1e-6), (
        "A column that is twice another and a column that never changes leave many fits without "
        f"any error, but yours predicts {(x @ w + b).round(4).tolist()}."
    )
    assert np.allclose(w, [2.0, 4.0, 0.0], rtol=1e-6, atol=1e-9), (
        "Of all weights that fit without error the shortest are [2, 4, 0]: the column that never "
        f"changes is the intercept's business. Yours are {w.round(6).tolist()}."
    )


def test_fewer_examples_than_features():
    """fit_linear: fewer examples than features, down to one"""
    w, b = fitted(np.array([[1.0, 2.0, 0.0], [3.0, 2.0, 4.0]]), np.array([5.0, 10.0]))
    assert np.allclose(w, [0.5, 0.0, 1.0], rtol=1e-6, atol=1e-9), (
        "The two examples differ by (2, 0, 4) and their targets by 5, so the shortest weights are "
        f"[0.5, 0, 1], not {w.round(6).tolist()}."
    )
    assert np.isclose(b, 4.5, rtol=1e-6), f"The intercept should be 4.5, but it is {b:.6g}."
    w, b = fitted(np.array([[4.0, -1.0]]), np.array([7.0]))
    assert np.allclose(w, [0.0, 0.0], rtol=0, atol=1e-12), (
        f"A single example says nothing about slopes, so both weights are 0, not {w.tolist()}."
    )
    assert np.isclose(b, 7.0, rtol=1e-9), f"For a single target of 7 the intercept is 7, not {b}."


def test_inputs_are_left_unchanged():
    """x and y are left unchanged"""
    x, y = sample(20, 5, 2)
    x_before, y_before = x.copy(), y.copy()
    fitted(x, y)
    assert np.array_equal(x, x_before), (
        "fit_linear changed x. `x -= x.mean(axis=0)` writes into the caller's array."
    )
    assert np.array_equal(y, y_before), "fit_linear changed y: take the mean off a copy."
