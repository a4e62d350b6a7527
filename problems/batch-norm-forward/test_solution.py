"""Hidden tests of batch-norm-forward.

Training, the running statistics and evaluation are told apart. The oracle uses the statistics
module, one column at a time.
"""

import math
import statistics

import numpy as np
from solution import batch_norm_forward

RESULTS = ("The output", "The running mean", "The running variance")


def sample(seed, rows, columns):
    """Return a batch, gain, bias, running mean and running variance without symmetry."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rows, columns), loc=3.0, scale=2.0)
    gain, bias = rng.uniform(0.5, 2.0, columns), rng.normal(size=columns)
    return x, gain, bias, rng.normal(size=columns), rng.uniform(0.5, 4.0, columns)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def normalise(x, *rest, **options):
    """Return the submission's three results as plain arrays, once their form is right."""
    result = batch_norm_forward(x, *rest, **options)
    assert type(result) is tuple, (
        "batch_norm_forward should return a tuple (out, new_mean, new_var), but it returned "
        f"{kind_of(result)}."
    )
    assert len(result) == 3, f"batch_norm_forward should return 3 arrays, not {len(result)}."
    for name, array, shape in zip(RESULTS, result, [x.shape, *[x.shape[1:]] * 2], strict=True):
        assert type(array) is np.ndarray, f"{name} should be a NumPy array, not {kind_of(array)}."
        assert array.dtype.kind == "f", f"{name} should hold floats, not {array.dtype} values."
        assert array.shape == shape, f"{name} should have the shape {shape}, not {array.shape}."
    return tuple(np.array(array, dtype=float) for array in result)


def trained(x, **options):
    """Return the submission's output in training, with gain 1 and bias 0."""
    columns = x.shape[1]
    fresh = (np.ones(columns), np.zeros(columns), np.zeros(columns), np.ones(columns))
    return normalise(x, *fresh, True, **options)[0]


def one_column(entries, gain, bias, mean, variance, eps):
    """Normalise one feature, a list, by a given mean and variance."""
    return [gain * (entry - mean) / math.sqrt(variance + eps) + bias for entry in entries]


def test_worked_batch():
    """training: two features, computed by hand"""
    x = np.array([[1.0, 0.0], [3.0, 2.0], [1.0, 12.0], [3.0, 10.0]])
    got = trained(x, eps=3.0)
    assert np.allclose(got.sum(axis=0), 0.0, rtol=0, atol=1e-6), (
        "Every column should come out with the mean 0, but the columns' sums are "
        f"{got.sum(axis=0).round(4).tolist()}. Over which axis is the mean taken?"
    )
    assert np.allclose(got[:, 0], [-0.5, 0.5, -0.5, 0.5], rtol=1e-6), (
        "The column 1, 3, 1, 3 has the mean 2 and the variance 1. With eps = 3 the root is that of "
        f"4, so it should become -0.5, 0.5, -0.5, 0.5, not {got[:, 0].tolist()}."
    )
    assert np.allclose(got[:, 1] * math.sqrt(29), [-6.0, -4.0, 6.0, 4.0], rtol=1e-6), (
        "The column 0, 2, 12, 10 has the mean 6 and the variance 26, so with eps = 3 it should be "
        f"-6, -4, 6, 4 divided by the root of 29, not {got[:, 1].tolist()}."
    )


def test_training_output():
    """training: each feature by its own mean and variance, with its own gain and bias"""
    for seed, (rows, columns) in enumerate([(2, 1), (3, 5), (6, 2), (4, 4)]):
        x, gain, bias, *memory = sample(seed, rows, columns)
        got = normalise(x, gain, bias, *memory, True, eps=0.1)[0]
        for k in range(columns):
            entries = x[:, k].tolist()
            of_batch = statistics.fmean(entries), statistics.pvariance(entries)
            expected = one_column(entries, float(gain[k]), float(bias[k]), *of_batch, 0.1)
            assert np.allclose(got[:, k], expected, rtol=1e-6, atol=1e-9), (
                f"In a batch of shape {x.shape}, column {k} should become "
                f"{np.round(expected, 4).tolist()}, not {got[:, k].round(4).tolist()}."
            )


def test_running_statistics():
    """training: the running mean and variance move by the momentum"""
    x = np.array([[1.0, 0.0], [3.0, 2.0], [1.0, 12.0], [3.0, 10.0]])
    mean, var = np.array([10.0, -2.0]), np.array([5.0, 1.0])
    before = f"From {mean.tolist()}, four rows with the mean [2, 6] and a momentum of 0.25"
    memory = mean.copy(), var.copy()
    _, got_mean, got_var = normalise(x, np.ones(2), np.zeros(2), *memory, True, momentum=0.25)
    assert not np.array_equal(got_mean, mean), "Training should move the running mean."
    assert np.allclose(got_mean, [8.0, 0.0], rtol=1e-6, atol=1e-9), (
        f"{before} should lead to [8, 0], a quarter of the way, but the running mean becomes "
        f"{got_mean.tolist()}."
    )
    assert not np.allclose(got_var, [4.0, 7.25], rtol=1e-6), (
        "For the running variance, your code divides the squares of these four rows by 4. As an "
        "estimate for all data that is too small on average."
    )
    expected = [3.75 + 1 / 3, 0.75 + 26 / 3]
    assert np.allclose(got_var, expected, rtol=1e-6), (
        "The squares around the mean add up to 4 and 104, so that four rows give the estimates "
        "4/3 and 104/3. A quarter of the way from [5, 1] lies "
        f"{np.round(expected, 4).tolist()}, not {got_var.round(4).tolist()}."
    )


def test_momentum_at_its_ends():
    """training: momentum 0 remembers nothing new, momentum 1 only the new"""
    x, gain, bias, mean, var = sample(11, 5, 3)
    _, got_mean, got_var = normalise(x, gain, bias, mean, var, True, momentum=0.0)
    assert np.allclose(got_mean, mean, rtol=1e-9), "With momentum 0 the running mean should stay."
    assert np.allclose(got_var, var, rtol=1e-9), "With momentum 0 the running variance should stay."
    _, got_mean, got_var = normalise(x, gain, bias, mean, var, True, momentum=1.0)
    expected = [statistics.fmean(column) for column in x.T.tolist()]
    assert np.allclose(got_mean, expected, rtol=1e-6), (
        f"With momentum 1 the running mean should be the batch's, {np.round(expected, 4).tolist()},"
        f" not {got_mean.round(4).tolist()}."
    )
    expected = [statistics.variance(column) for column in x.T.tolist()]
    assert np.allclose(got_var, expected, rtol=1e-6), (
        "With momentum 1 the running variance should be the estimate from this batch, "
        f"{np.round(expected, 4).tolist()}, not {got_var.round(4).tolist()}."
    )


def test_evaluation():
    """evaluation: by the running statistics, which stay as they are"""
    for seed, (rows, columns) in enumerate([(1, 3), (4, 2), (5, 1)]):
        x, gain, bias, mean, var = sample(seed + 20, rows, columns)
        got, new_mean, new_var = normalise(x, gain, bias, mean, var, False, momentum=0.5, eps=0.1)
        for k in range(columns):
            numbers = [float(array[k]) for array in (gain, bias, mean, var)]
            expected = one_column(x[:, k].tolist(), *numbers, 0.1)
            assert np.allclose(got[:, k], expected, rtol=1e-6, atol=1e-9), (
                f"With the running mean {mean[k]:.4f} and variance {var[k]:.4f}, column {k} should "
                f"become {np.round(expected, 4).tolist()}, not {got[:, k].round(4).tolist()}."
            )
        assert np.array_equal(new_mean, mean), (
            f"Evaluation should not learn: the running mean {mean} became {new_mean}."
        )
        assert np.array_equal(new_var, var), (
            f"Evaluation should not learn: the running variance {var} became {new_var}."
        )


def test_defaults():
    """the defaults: momentum 0.1, and eps 1e-5 under the root"""
    x = np.array([[0.001], [-0.001]])
    one = np.ones(1)
    expected = 0.001 / math.sqrt(1.1e-5)
    got, mean, _ = normalise(x + 2, one, np.zeros(1), np.zeros(1), np.ones(1), True)
    assert np.allclose(got[:, 0], [expected, -expected], rtol=1e-6), (
        f"0.001 to both sides of 2 has the variance 1e-6; with eps = 1e-5 beside it, the output "
        f"should be {expected:.5f} and {-expected:.5f}, not {got[:, 0].tolist()}."
    )
    assert np.allclose(mean, [0.2], rtol=1e-6), (
        f"With momentum 0.1, the mean 2 should move the running mean from 0 to 0.2, not {mean}."
    )
    got = normalise(x, one, *np.zeros((3, 1)), False)[0]
    assert np.allclose(got[:, 0], [0.1 / math.sqrt(0.1), -0.1 / math.sqrt(0.1)], rtol=1e-6), (
        "With a running variance of 0, only the default eps = 1e-5 is under the root, so 0.001 "
        f"should become 0.31623 in evaluation, not {got[0, 0]:.5f}."
    )


def test_memory_learns_the_data():
    """training over many batches: evaluation then normalises new data"""
    rng = np.random.default_rng(31)
    gain, bias, mean, var = np.ones(2), np.zeros(2), np.zeros(2), np.ones(2)
    for _ in range(150):
        x = rng.normal([5.0, -20.0], [3.0, 0.5], (4, 2))
        _, mean, var = normalise(x, gain, bias, mean, var, True, momentum=0.05)
    x = rng.normal([5.0, -20.0], [3.0, 0.5], (400, 2))
    got = normalise(x, gain, bias, mean, var, False)[0]
    assert np.all(np.abs(got.mean(axis=0)) < 0.5), (
        "After 150 batches new data of the same kind should come out with means near 0, but they "
        f"are {got.mean(axis=0).round(3).tolist()}."
    )
    assert np.all(np.abs(got.std(axis=0) - 1) < 0.25), (
        "After 150 batches new data of the same kind should come out with a standard deviation "
        f"near 1, but it is {got.std(axis=0).round(3).tolist()}."
    )


def test_equal_rows_and_large_offsets():
    """training: equal rows give the bias, and a large offset costs no digits"""
    rest = (np.full(2, 2.0), np.array([1.0, -4.0]), np.zeros(2), np.ones(2))
    got = normalise(np.full((3, 2), 7.0), *rest, True)[0]
    assert np.allclose(got, [[1.0, -4.0]] * 3, rtol=1e-6), (
        "When all rows are equal nothing but the bias [1, -4] should remain, but the output is "
        f"{got.tolist()}."
    )
    steps = np.array([[0.0], [1.0], [2.0], [5.0]])
    expected = one_column(steps.ravel().tolist(), 1.0, 0.0, 2.0, 3.5, 1e-5)
    got = trained(steps + 1e8)[:, 0]
    assert np.allclose(got, expected, rtol=1e-6), (
        "The column 0, 1, 2, 5 on top of 100000000 should become "
        f"{np.round(expected, 4).tolist()}, but it becomes {got.tolist()}. How is the variance "
        "computed?"
    )


def test_arrays_are_left_alone():
    """all arrays are left unchanged, and the results are new ones"""
    given = sample(41, 4, 3)
    before = [array.copy() for array in given]
    results = [*batch_norm_forward(*given, True), *batch_norm_forward(*given, False)]
    names = ("x", "gain", "bias", "running_mean", "running_var")
    for name, now, then in zip(names, given, before, strict=True):
        assert np.array_equal(now, then), (
            f"{name} holds other numbers after the call. Return new arrays instead."
        )
        assert not any(np.shares_memory(now, result) for result in results), (
            f"A result is the caller's own {name}: who changes one changes the other. Copy it."
        )
