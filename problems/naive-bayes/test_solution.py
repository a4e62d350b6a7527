"""Hidden tests of naive-bayes.

The posterior is tested with models written by hand, so that a mistake in the training does not
hide in it. The oracles use the statistics module and Bayes' rule with plain probabilities.
"""

import math
import statistics

import numpy as np
from solution import fit_naive_bayes, log_posterior, predict

NAMES = ["labels", "priors", "means", "variances"]


def sample(seed, n, d, labels, shift=0.0):
    """Return random examples whose features depend on their labels; each label occurs."""
    generator = np.random.default_rng(seed)
    y = np.array(labels)[np.concatenate([np.arange(len(labels))] * n)[:n]]
    spread = 1 + generator.random(size=d) * 3
    return generator.normal(size=(n, d)) * spread + y[:, None] / 4 + shift, y


def model_of(means, variances, priors, labels=None):
    """Write down a model."""
    labels = np.arange(len(means)) if labels is None else np.array(labels)
    return labels, np.array(priors), np.array(means), np.array(variances)


def bayes(model, x):
    """Return the probabilities of one example's labels, by Bayes' rule as it stands."""
    chances = []
    for prior, means, variances in zip(*[part.tolist() for part in model[1:]], strict=True):
        for value, mean, variance in zip(x.tolist(), means, variances, strict=True):
            prior *= statistics.NormalDist(mean, math.sqrt(variance)).pdf(value)
        chances.append(prior)
    return [chance / sum(chances) for chance in chances]


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def checked(array, name, kinds, shape):
    """Return a returned array as a plain copy, once its form is right."""
    assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
    assert array.dtype.kind in kinds, (
        f"{name} should hold {'floats' if kinds == 'f' else 'ints'}, not {array.dtype}."
    )
    assert array.shape == shape, f"{name} should have shape {shape}, but it has {array.shape}."
    return np.array(array)


def fitted(x, y, *smoothing):
    """Return the submission's model, once its form is right."""
    model = fit_naive_bayes(x, y, *smoothing)
    assert type(model) is tuple, (
        f"fit_naive_bayes should return a tuple of four arrays, but it returned {kind_of(model)}."
    )
    assert len(model) == 4, f"The model should hold four arrays, not {len(model)}."
    k, d = len(set(y.tolist())), x.shape[1]
    shapes, kinds = [(k,), (k,), (k, d), (k, d)], ["iu", "f", "f", "f"]
    return [checked(*given) for given in zip(model, NAMES, kinds, shapes, strict=True)]


def posterior_of(model, x):
    """Return the submission's logarithms, once their form is right."""
    return checked(log_posterior(model, x), "log_posterior", "f", (len(x), len(model[0])))


def test_training_worked_values():
    """fit_naive_bayes: a model computed by hand"""
    x = np.array([[2.0, -1.0], [5.0, 6.0], [6.0, 3.0], [8.0, 0.0]])
    labels, priors, means, variances = fitted(x, np.array([4, -3, 4, 4]), 0.0)
    assert labels.tolist() == [-3, 4], f"The labels are [-3, 4], not {labels.tolist()}."
    assert np.allclose(priors, [0.25, 0.75], rtol=1e-9), (
        f"One example of four has the label -3, so the priors are [0.25, 0.75], not {priors}."
    )
    assert np.allclose(means, [[5.0, 6.0], [16 / 3, 2 / 3]], rtol=1e-9), (
        "The mean of a single example is the example; the label 4 has [16/3, 2/3]. Yours are "
        f"{means.round(6).tolist()}."
    )
    expected = [[0.0, 0.0], [56 / 9, 26 / 9]]
    assert not np.allclose(variances[1], [math.sqrt(56) / 3, math.sqrt(26) / 3]), (
        "What you return as variances are standard deviations, their roots."
    )
    assert not np.allclose(variances[1], [28 / 3, 13 / 3]), (
        "The label 4 has three examples, so its squared distances are divided by 3, not by 2."
    )
    assert np.allclose(variances, expected, rtol=1e-9, atol=1e-12), (
        f"The variances, without smoothing, are {expected}, but yours are {variances.tolist()}."
    )


def test_training_of_many_examples():
    """fit_naive_bayes: one label and feature at a time"""
    for seed, (n, d, labels, shift) in enumerate(
        [(11, 2, [0, 1], 0.0), (30, 4, [-5, 3, 8], 0.0), (20, 3, [1, 2], 1e6)]
    ):
        x, y = sample(seed, n, d, labels, shift)
        got = fitted(x, y, 0.0)
        for row, label in enumerate(sorted(labels)):
            for column in range(d):
                values = x[y == label, column].tolist()
                for name, array, expected in [
                    ("mean", got[2], statistics.fmean(values)),
                    ("variance", got[3], statistics.pvariance(values)),
                ]:
                    assert np.isclose(array[row, column], expected, rtol=1e-6), (
                        f"The {name} of feature {column} for the label {label} is "
                        f"{expected:.9g}, but yours is {array[row, column]:.9g}."
                    )


def test_smoothing():
    """fit_naive_bayes: smoothing, in proportion to the largest variance"""
    x, y = np.array([[0.0, 1.0], [4.0, 1.0], [16.0, 3.0], [20.0, 3.0]]), np.array([0, 0, 1, 1])
    variances = fitted(x, y, 0.25)[3]
    assert not np.allclose(variances[0], [4.0, 0.0]), (
        "Within the labels the variances are 4 and 0, and your model has just these. With a "
        "smoothing of 0.25 something should be added."
    )
    assert not np.isclose(variances[0, 0], 4.25), (
        "Your model adds 0.25 itself. What is added should be that share of the largest variance."
    )
    assert not np.isclose(variances[0, 1], 0.25), (
        "Over all examples the variances are 68 and 1. The larger one decides what is added to "
        "every variance, and yours adds 0.25 to that of feature 1."
    )
    assert not np.isclose(variances[0, 0], 17.0), (
        "Your variance of 4 has become 17, what is to be added. It should become their sum."
    )
    assert np.allclose(variances, [[21.0, 17.0], [21.0, 17.0]], rtol=1e-9), (
        "Within the labels the variances are 4 and 0. Over all examples they are 68 and 1, so a "
        f"smoothing of 0.25 adds 17 everywhere: [21, 17] for both, not {variances.tolist()}."
    )
    added = fitted(x, y)[3][:, 1]
    assert np.allclose(added, 68e-9, rtol=1e-6, atol=0), (
        "Without a smoothing in the call it is 1e-9, so the variance of 0 becomes 6.8e-08, but "
        f"yours becomes {added.tolist()}."
    )


def test_posterior_worked_values():
    """log_posterior: one feature, computed by hand"""
    x = np.array([[0.0], [2.0], [3.0]])
    got = posterior_of(model_of([[0.0], [2.0]], [[1.0], [1.0]], [0.5, 0.5]), x)
    expected = [[-math.log1p(math.exp(-a)), -math.log1p(math.exp(a))] for a in (2.0, -2.0, -4.0)]
    assert np.allclose(got, expected, rtol=1e-6), (
        "With the means 0 and 2 and variances of 1, the logarithms of the densities at 0, 2 and 3 "
        f"differ by 2, -2 and -4, so the result is {np.round(expected, 5).tolist()}, but yours is "
        f"{got.round(5).tolist()}."
    )
    model = model_of([[0.0], [0.0]], [[1.0], [9.0]], [0.5, 0.5])
    got = np.exp(posterior_of(model, np.zeros((1, 1))))
    assert np.allclose(got, [[0.75, 0.25]], rtol=1e-6), (
        "At the mean of both labels a normal density is as high as it is narrow: with the standard "
        f"deviations 1 and 3 the probabilities are [0.75, 0.25], but yours are {got.tolist()}."
    )
    model = model_of([[5.0, 1.0]] * 3, [[2.0, 3.0]] * 3, [0.5, 0.3, 0.2])
    got = np.exp(posterior_of(model, np.array([[4.0, 2.0]])))
    assert np.allclose(got, [[0.5, 0.3, 0.2]], rtol=1e-6), (
        "Where all labels have the same distribution an example tells nothing, and the priors "
        f"[0.5, 0.3, 0.2] remain, but yours are {got.tolist()}."
    )


def test_posterior_by_bayes_rule():
    """log_posterior: Bayes' rule with plain probabilities"""
    for seed, (m, k, d) in enumerate([(4, 2, 1), (3, 4, 3), (6, 3, 5), (2, 1, 2), (0, 2, 3)]):
        generator = np.random.default_rng(seed + 20)
        variances = 0.5 + 3 * generator.random(size=(k, d))
        priors = generator.random(size=k) + 0.2
        model = model_of(generator.normal(size=(k, d)), variances, priors / priors.sum())
        x = generator.normal(size=(m, d), scale=2)
        got = np.exp(posterior_of(model, x))
        for row, example in zip(got, x, strict=True):
            expected = bayes(model, example)
            assert np.allclose(row, expected, rtol=1e-6), (
                f"For {k} labels and {d} features the probabilities are "
                f"{np.round(expected, 6).tolist()}, but yours are {row.round(6).tolist()}."
            )


def test_far_away_and_many_features():
    """log_posterior: examples far away, and hundreds of features"""
    narrow = [1.0] * 3 + [1e-300] * 3
    model = model_of([[0.0] * 6, [1.0] * 3 + [0.0] * 3], [narrow] * 2, [0.5, 0.5])
    got = posterior_of(model, np.array([[27.0] * 3 + [0.0] * 3]))[0]
    assert np.all(np.isfinite(got)), (
        "Three densities near 1e-158 and three near 1e149 have a moderate product, but your result "
        f"is {got.tolist()}. Are any densities multiplied?"
    )
    assert np.isclose(got[1] - got[0], 79.5, rtol=1e-6), (
        "Three densities near 1e-158 and three near 1e149: the logarithms of the two labels differ "
        f"by 79.5, but yours by {got[1] - got[0]:.6g}."
    )
    for value, size in [(1000.0, 1), (-40.0, 1), (3.0, 600), (1e100, 1)]:
        model = model_of([[0.0] * size, [1.0] * size], [[1.0] * size] * 2, [0.5, 0.5])
        got = posterior_of(model, np.full((1, size), value))[0]
        assert np.all(np.isfinite(got)), (
            f"With {size} features of {value} your result is {got.tolist()}. Do probabilities "
            "become 0 before their logarithm is taken?"
        )
        if value < 1e100:  # beyond, neighbouring floats are farther apart than the two labels
            apart = size * (value - 0.5)  # how much larger the logarithm of the second label is
            assert np.isclose(got[1] - got[0], apart, rtol=1e-6), (
                f"With {size} features of {value} the two logarithms differ by {apart}, but yours "
                f"by {got[1] - got[0]:.6g}."
            )
        assert np.isclose(max(got), 0, rtol=0, atol=1e-6) or value == 1e100, (
            f"One label is certain, so its logarithm is 0, not {max(got):.6g}."
        )


def test_prediction():
    """predict: the most probable label, of equals the smallest"""
    model = model_of([[0.0], [4.0], [10.0]], [[1.0]] * 3, [0.25, 0.25, 0.5], [-6, 2, 40])
    x = np.array([[9.0], [0.5], [2.0], [3.5], [-70.0]])
    got = checked(predict(model, x), "predict", "iu", (5,)).tolist()
    assert got == [40, -6, -6, 2, -6], (
        "The nearest means belong to the labels 40, -6, -6 (a tie with 2), 2 and -6, but your "
        f"answers are {got}. Labels are names, not positions."
    )
    x, y = sample(40, 25, 3, [3, 11, -2])
    x += y[:, None] * 5
    got = checked(predict(tuple(fitted(x, y)), x), "predict", "iu", (25,)).tolist()
    assert got == y.tolist(), (
        f"The labels lie far apart, so the training examples keep theirs, {y.tolist()}, but your "
        f"answers are {got}."
    )


def test_inputs_are_left_unchanged():
    """x, y and the model are left unchanged"""
    x, y = sample(50, 12, 2, [0, 5])
    model = model_of([[0.0, 1.0], [2.0, 1.0]], [[1.0, 2.0], [3.0, 1.0]], [0.5, 0.5], [0, 5])
    given = dict(zip(["x", "y", *NAMES], [x, y, *model], strict=True))
    before = {name: array.copy() for name, array in given.items()}
    fitted(x, y, 0.5)
    posterior_of(model, x)
    checked(predict(model, x), "predict", "iu", (12,))
    for name, array in given.items():
        assert np.array_equal(array, before[name]), f"{name} holds other numbers afterwards."
