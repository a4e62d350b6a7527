"""Hidden tests of logistic-regression-gd.

The loss is tested apart from the training. Steps of the training are compared with slopes that are
estimated on a loss of the tests' own, computed one example at a time.
"""

import math

import numpy as np
from solution import fit_logistic, log_loss


def sample(seed, n, d):
    """Return features, and targets that depend on them with some noise."""
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(n, d))
    chance = x.sum(axis=1) + generator.normal(size=n)
    return x, np.where(chance > 0.3, 1.0, 0.0)


def slow_loss(w, b, x, y):
    """Return the mean cross-entropy, one example at a time, for ordinary sums."""
    costs = []
    for features, target in zip(x.tolist(), y.tolist(), strict=True):
        total = math.fsum(f * weight for f, weight in zip(features, w.tolist(), strict=True)) + b
        away = -total if target == 1 else total  # how far it points to the wrong answer
        costs.append(math.log1p(math.exp(away)))
    return math.fsum(costs) / len(costs)


def slopes(w, b, x, y, step=1e-5):
    """Estimate the gradient of the loss with respect to the weights and the intercept."""
    around = []
    for index in range(len(w)):
        nudge = np.zeros(len(w))
        nudge[index] = step
        around.append(slow_loss(w + nudge, b, x, y) - slow_loss(w - nudge, b, x, y))
    of_b = slow_loss(w, b + step, x, y) - slow_loss(w, b - step, x, y)
    return np.array(around) / (2 * step), of_b / (2 * step)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def number(value, name):
    """Return a returned number as a float, once its form is right."""
    assert type(value) is float or type(value) is np.float64, (
        f"{name} should be a float, but it is {kind_of(value)}."
    )
    return float(value)


def fitted(x, y, lr, steps):
    """Return the submission's weights and intercept as plain copies, once their form is right."""
    result = fit_logistic(x, y, lr, steps)
    assert type(result) is tuple, (
        f"fit_logistic should return a tuple (w, b), but it returned {kind_of(result)}."
    )
    assert len(result) == 2, f"fit_logistic should return two things, not {len(result)}."
    w, b = result
    assert type(w) is np.ndarray, f"The weights should be a NumPy array, not {kind_of(w)}."
    assert w.dtype.kind == "f", f"The weights should be floats, but they are {w.dtype}."
    assert w.shape == (x.shape[1],), (
        f"For {x.shape[1]} features w should have shape {(x.shape[1],)}, but it has {w.shape}."
    )
    return np.array(w, dtype=float), number(b, "The intercept")


def test_loss_worked_values():
    """log_loss: values computed by hand"""
    x, y = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([1.0, 0.0, 0.0])
    got = number(log_loss(np.zeros(2), 0.0, x, y), "The loss")
    assert not np.isclose(got, 1.0), (
        "With weights of 0 every probability is 1/2 and the loss log 2, but yours is 1. To which "
        "base is your logarithm?"
    )
    assert np.isclose(got, math.log(2), rtol=1e-9), (
        f"With weights of 0 every probability is 1/2 and the loss log 2 = 0.693147, not {got:.6g}."
    )
    w = np.array([math.log(3), -math.log(3)])  # probabilities 3/4, 1/4 and 1/2
    got = number(log_loss(w, 0.0, x, y), "The loss")
    expected = (2 * math.log(4 / 3) + math.log(2)) / 3
    assert np.isclose(got, expected, rtol=1e-9), (
        "For the probabilities 3/4, 1/4 and 1/2 and the targets 1, 0 and 0 the loss is "
        f"(2 log 4/3 + log 2) / 3 = {expected:.6g}, not {got:.6g}."
    )


def test_loss_of_many_examples():
    """log_loss: one example at a time gives the same"""
    for seed, (n, d) in enumerate([(1, 1), (7, 3), (12, 2)]):
        x, y = sample(seed, n, d)
        w, b = np.linspace(-1.0, 2.0, d), 0.7
        got, expected = number(log_loss(w, b, x, y), "The loss"), slow_loss(w, b, x, y)
        assert np.isclose(got, expected, rtol=1e-6), (
            f"For {n} examples with {d} features, weights {w.tolist()} and the intercept {b} the "
            f"loss is {expected:.6g}, but yours is {got:.6g}."
        )


def test_loss_of_confident_models():
    """log_loss: large sums, right and wrong"""
    w = np.array([1.0])
    for total, target, expected in [
        (1000.0, 0.0, 1000.0),
        (-1000.0, 1.0, 1000.0),
        (1000.0, 1.0, 0.0),
        (-1000.0, 0.0, 0.0),
        (60.0, 0.0, 60.0),
        (-60.0, 1.0, 60.0),
    ]:
        got = number(log_loss(w, 0.0, np.array([[total]]), np.array([target])), "The loss")
        assert math.isfinite(got), (
            f"A sum of {total} with the target {target} costs {expected}, but yours costs {got}. "
            "Is a probability rounded to 0 or 1 before its logarithm is taken?"
        )
        assert np.isclose(got, expected, rtol=1e-6, atol=1e-12), (
            f"A sum of {total} with the target {target} costs {expected}, but yours costs {got}: "
            "a model that is surer of a wrong answer should pay more, without a limit."
        )


def test_first_step():
    """fit_logistic: the first step computed by hand"""
    x, y = (
        np.array([[4.0, 0.0], [2.0, 8.0], [0.0, 0.0], [0.0, 2.0]]),
        np.array([1.0, 0.0, 1.0, 1.0]),
    )
    w, b = fitted(x, y, 0.5, 1)
    assert np.isclose(w[1], -3 * w[0], rtol=1e-9) and np.any(w), (
        "From zeros every probability is 1/2, so every example pulls with the same force and the "
        f"weights go in the direction of [1, -3], but yours are {w.tolist()}."
    )
    assert np.allclose(w, [0.125, -0.375], rtol=1e-9), (
        "From zeros every probability is 1/2, so with lr 0.5 the first step leads to the weights "
        f"[0.125, -0.375], but yours are {w.tolist()}."
    )
    assert np.isclose(b, 0.125, rtol=1e-9), (
        f"Three targets are 1 and one is 0, so the intercept becomes 0.5 * 1/4 = 0.125, not {b}."
    )


def test_no_step():
    """fit_logistic: no step leaves everything at zero"""
    w, b = fitted(*sample(1, 5, 3), 0.5, 0)
    assert np.array_equal(w, np.zeros(3)), f"Training starts with weights of 0, not {w.tolist()}."
    assert b == 0, f"Training starts with an intercept of 0, not {b}."


def test_every_step_follows_the_gradient():
    """fit_logistic: each step goes against the gradient of the loss"""
    for seed, (n, d, lr) in enumerate([(6, 2, 0.5), (9, 3, 2.0), (4, 1, 0.1)]):
        x, y = sample(seed + 10, n, d)
        for steps in [1, 4]:
            (w, b), (new_w, new_b) = fitted(x, y, lr, steps), fitted(x, y, lr, steps + 1)
            of_w, of_b = slopes(w, b, x, y)
            assert np.allclose((w - new_w) / lr, of_w, rtol=0, atol=1e-6), (
                f"After {steps} steps the gradient of the weights is {of_w.round(5).tolist()}, but "
                f"the next step follows {((w - new_w) / lr).round(5).tolist()}."
            )
            assert np.isclose((b - new_b) / lr, of_b, rtol=0, atol=1e-6), (
                f"After {steps} steps the gradient of the intercept is {of_b:.5g}, but the next "
                f"step follows {(b - new_b) / lr:.5g}. Both belong to the same point."
            )


def test_the_best_model_is_balanced():
    """fit_logistic: in the end probabilities and targets agree on average"""
    x, y = np.array([[0.0], [1.0], [2.0], [3.0], [4.0]]), np.array([0.0, 1.0, 0.0, 1.0, 1.0])
    w, b = fitted(x, y, 0.5, 600)
    chances = [1 / (1 + math.exp(-(value * float(w[0]) + b))) for value in x.ravel().tolist()]
    assert abs(math.fsum(chances) - 3) < 1e-3, (
        "Three of five targets are 1, so the probabilities of the best model add up to 3, but "
        f"after 600 steps yours add up to {math.fsum(chances):.6g}."
    )


def test_large_features():
    """fit_logistic: large features give no NaN"""
    x, y = np.array([[2000.0], [-3000.0], [1000.0]]), np.array([1.0, 0.0, 0.0])
    w, b = fitted(x, y, 1.0, 5)
    assert np.all(np.isfinite(w)) and math.isfinite(b), (
        f"With features in the thousands the weights are {w.tolist()} and the intercept is {b}. "
        "Does an exponential overflow?"
    )


def test_inputs_are_left_unchanged():
    """w, x and y are left unchanged"""
    (x, y), w = sample(20, 5, 2), np.array([0.5, -0.5])
    before = [array.copy() for array in (w, x, y)]
    number(log_loss(w, 0.25, x, y), "The loss")
    fitted(x, y, 0.5, 2)
    for name, array, copy in zip("wxy", (w, x, y), before, strict=True):
        assert np.array_equal(array, copy), f"{name} holds other numbers afterwards."
