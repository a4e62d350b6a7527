"""Hidden tests of k-means-step.

Labels and centers are checked on lines of their own, and the new centers are compared with means of
the labels that the oracle gives, computed one coordinate at a time.
"""

import math

import numpy as np
from solution import k_means_step


def sample(seed, n, k, d):
    """Return random points and centers."""
    generator = np.random.default_rng(seed)
    return generator.normal(size=(n, d), scale=3), generator.normal(size=(k, d), scale=3)


def nearest(x, centers):
    """Return the label of each point, one distance at a time."""
    rows = centers.tolist()
    return [min(range(len(rows)), key=lambda k: math.dist(point, rows[k])) for point in x.tolist()]


def middles(x, labels, centers):
    """Return the mean of each center's points, one coordinate at a time."""
    moved = centers.copy()
    for k, d in np.ndindex(*centers.shape):
        values = [x[i, d] for i, label in enumerate(labels) if label == k]
        if values:
            moved[k, d] = math.fsum(values) / len(values)
    return moved


def spread(x, labels, centers):
    """Return the sum of the squared distances of the points to their centers."""
    pairs = zip(x.tolist(), labels, strict=True)
    return math.fsum(math.dist(point, centers[label].tolist()) ** 2 for point, label in pairs)


def kind_of(value):
    """Name a returned value's type for a message."""
    return "None" if value is None else f"a value of type {type(value).__name__}"


def step_of(x, centers):
    """Return the labels as a list and the centers as a plain copy, once their form is right."""
    result = k_means_step(x, centers)
    assert type(result) is tuple, (
        f"k_means_step should return a tuple (labels, new_centers), not {kind_of(result)}."
    )
    assert len(result) == 2, f"k_means_step should return two things, not {len(result)}."
    labels, moved = result
    assert type(labels) is np.ndarray, f"The labels should be an array, not {kind_of(labels)}."
    assert labels.dtype.kind in "iu", f"The labels should be ints, but they are {labels.dtype}."
    assert labels.shape == (len(x),), (
        f"For {len(x)} points the labels should have shape {(len(x),)}, not {labels.shape}."
    )
    assert type(moved) is np.ndarray, f"The centers should be an array, not {kind_of(moved)}."
    assert moved.dtype.kind == "f", f"The centers should be floats, but they are {moved.dtype}."
    assert moved.shape == centers.shape, (
        f"The new centers should have shape {centers.shape} as before, not {moved.shape}."
    )
    return labels.tolist(), np.array(moved, dtype=float)


def test_worked_values():
    """k_means_step: a step computed by hand"""
    x = np.array([[1.0, 1.0], [2.0, 5.0], [3.0, 0.0], [9.0, 7.0], [4.0, 6.0]])
    labels, moved = step_of(x, np.array([[0.0, 0.0], [5.0, 5.0]]))
    assert labels == [0, 1, 0, 1, 1], (
        f"The nearest centers of the five points are [0, 1, 0, 1, 1], but your labels are {labels}."
    )
    assert np.allclose(moved, [[2.0, 0.5], [5.0, 6.0]], rtol=1e-9), (
        "The first center moves to the mean of two points, [2, 0.5], and the second to the mean of "
        f"three, [5, 6], but yours move to {moved.round(6).tolist()}."
    )


def test_labels_are_the_nearest_centers():
    """k_means_step: labels, one distance at a time"""
    for seed, (n, k, d) in enumerate([(12, 3, 2), (7, 4, 5), (9, 2, 1)]):
        x, centers = sample(seed, n, k, d)
        got, expected = step_of(x, centers)[0], nearest(x, centers)
        assert got == expected, (
            f"For {n} points in {d} dimensions the nearest of {k} centers are {expected}, but your "
            f"labels are {got}."
        )


def test_centers_move_to_their_points():
    """k_means_step: new centers, one coordinate at a time"""
    for seed, (n, k, d) in enumerate([(12, 3, 2), (20, 4, 5), (9, 2, 1)]):
        x, centers = sample(seed + 10, n, k, d)
        labels, got = step_of(x, centers)
        expected = middles(x, labels, centers)
        assert np.allclose(got, expected, rtol=1e-6), (
            f"With your labels {labels} the centers should move to {expected.round(4).tolist()}, "
            f"but they move to {got.round(4).tolist()}."
        )


def test_a_single_center_goes_to_the_mean():
    """k_means_step: a single center goes to the mean of all points"""
    x, _ = sample(20, 6, 1, 3)
    labels, moved = step_of(x, np.array([[50.0, 50.0, 50.0]]))
    assert labels == [0] * 6, f"There is one center, so all labels are 0, not {labels}."
    assert np.allclose(moved[0], x.mean(axis=0), rtol=1e-6), (
        f"A single center goes to {x.mean(axis=0).round(4).tolist()}, the mean of each coordinate, "
        f"not to {moved[0].round(4).tolist()}."
    )


def test_ties_go_to_the_first():
    """k_means_step: of equally near centers the first counts"""
    x = np.array([[0.0, 0.0], [0.0, 3.0]])
    labels, moved = step_of(x, np.array([[9.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [0.0, -1.0]]))
    assert labels == [1, 1], (
        "The centers in rows 1 and 2 are equally near to both points, one also that in row 3, so "
        f"both labels are 1, but yours are {labels}."
    )
    expected = [[9.0, 0.0], [0.0, 1.5], [-1.0, 0.0], [0.0, -1.0]]
    assert np.allclose(moved, expected, rtol=1e-9), (
        f"Only the center in row 1 has points and moves: {expected}, not {moved.tolist()}."
    )


def test_centers_without_points_stay():
    """k_means_step: a center without points stays where it is"""
    x, centers = np.array([[1.0, 2.0]]), np.array([[7.0, -7.0], [0.0, 0.0], [40.0, 2.5]])
    labels, moved = step_of(x, centers)
    assert labels == [1], f"The point (1, 2) is nearest to the center (0, 0), not to {labels}."
    assert np.all(np.isfinite(moved)), (
        f"Two of three centers have no points, and yours become {moved.tolist()}. What is the mean "
        "of nothing?"
    )
    assert np.allclose(moved, [[7.0, -7.0], [1.0, 2.0], [40.0, 2.5]], rtol=1e-9), (
        f"The centers without points stay at (7, -7) and (40, 2.5), but yours are {moved.tolist()}."
    )


def test_points_far_from_zero():
    """k_means_step: small distances far from zero"""
    x = np.array([[0.0, 0.0], [1.0, 0.0], [3.0, 1.0], [4.0, 1.0]])
    labels, _ = step_of(x + 1e8, np.array([[1.0, 0.0], [3.0, 1.0]]) + 1e8)
    assert labels == [0, 0, 1, 1], (
        "Moving all points and centers by 1e8 should leave the labels [0, 0, 1, 1] as they are, "
        f"but yours become {labels}. Which numbers do you square?"
    )


def test_steps_come_to_rest():
    """k_means_step: repeated steps never spread out and come to rest"""
    x, centers = sample(30, 15, 3, 2)
    last = math.inf
    for _ in range(15):
        labels, moved = step_of(x, centers)
        now = spread(x, labels, moved)
        assert now <= last + 1e-9, (
            f"The sum of squared distances went from {last:.6g} up to {now:.6g}. Each half of a "
            "step can only lower it."
        )
        last, before, centers = now, centers, moved
    assert np.allclose(centers, before, rtol=1e-9), (
        "After fifteen steps with fifteen points the centers should have come to rest."
    )


def test_inputs_are_left_unchanged():
    """x and centers are left unchanged"""
    x, centers = sample(40, 6, 2, 2)
    x_before, centers_before = x.copy(), centers.copy()
    step_of(x, centers)
    assert np.array_equal(x, x_before), "k_means_step changed x: work on new arrays."
    assert np.array_equal(centers, centers_before), (
        "k_means_step moved the caller's centers. Put the new ones into an array of their own."
    )
